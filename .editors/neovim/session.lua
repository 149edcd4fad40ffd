-- A session of Neovim 0.7 or newer with its own client, without a screen: nvim --headless --clean -n -l or -c "luafile session.lua".
-- HYBRIDLINT is the program, RECORDING the picture to write. Nothing in it depends on the clock or the machine: what is awaited has
-- a minute to come.

local folder = vim.fn.resolve(vim.fn.tempname())
local rows, columns = 19, 96
local frames = {}

local function must(ok, what)
  if not ok then
    local said = vim.tbl_map(function(d) return d.message end, vim.diagnostic.get(0))
    error(what .. " did not happen at " .. vim.fn.expand("%:t:") .. vim.fn.line(".") .. ": " .. vim.inspect(said), 2)
  end
end

local function await(what, condition) must(vim.wait(60000, condition, 10), what) end

local function write(name, text) vim.fn.writefile(vim.split(text, "\n"), folder .. "/" .. name) end

local function has(pattern)
  return function()
    for _, d in ipairs(vim.diagnostic.get(0)) do
      if (tostring(d.code or "") .. " " .. d.message):find(pattern) then return true end
    end
    return false
  end
end

local function line(number) return vim.fn.getline(number) end

-- What stands on the screen, and over it what floats: that is not among what screenstring gives.
local function picture(title)
  vim.cmd("redraw!")
  local grid = {}
  for row = 1, rows do
    grid[row] = {}
    for column = 1, columns do grid[row][column] = vim.fn.screenstring(row, column) end
  end
  local floating
  for _, win in ipairs(vim.api.nvim_list_wins()) do
    if vim.api.nvim_win_get_config(win).relative ~= "" then
      local at = vim.api.nvim_win_get_position(win)
      floating = { row = at[1], column = at[2], lines = vim.api.nvim_buf_get_lines(vim.api.nvim_win_get_buf(win), 0, -1, false) }
    end
  end
  local lines = {}
  for row = 1, rows do lines[row] = table.concat(grid[row]):gsub("%s+$", "") end
  table.insert(frames, { title = title, lines = lines, floating = floating })
end

local function escaped(text) return (text:gsub("&", "&amp;"):gsub("<", "&lt;"):gsub(">", "&gt;")) end

local function svg()
  local out = {}
  local function add(...) table.insert(out, string.format(...)) end
  local width, height, each = columns * 8 + 24, rows * 18 + 52, 5
  add('<svg xmlns="http://www.w3.org/2000/svg" width="%d" height="%d" viewBox="0 0 %d %d">', width, height, width, height)
  add("<title>hybridlint in Neovim</title>")
  add("<style>text{font:13px ui-monospace,Menlo,Consolas,monospace;white-space:pre;fill:#d8dee9}.t{fill:#88c0d0}.e{fill:#ef8891}.w{fill:#ebcb8b}")
  add(".f{visibility:hidden;animation:f %ds step-end infinite}@keyframes f{0%%{visibility:visible}%g%%{visibility:hidden}}", each * #frames, 100 / #frames)
  add("@media(prefers-reduced-motion){.f{animation:none}.f:last-child{visibility:visible}}</style>")
  add('<rect width="%d" height="%d" rx="6" fill="#242933"/>', width, height)
  for i, f in ipairs(frames) do
    add('<g class="f" style="animation-delay:%ds">', (i - 1) * each)
    add('<text class="t" x="12" y="24">%s</text>', escaped(f.title))
    for row, text in ipairs(f.lines) do
      local before, after = text:match("^(.-)(■.*)$")
      local class = text:match("^E") and "e" or "w"
      if after then
        add('<text x="12" y="%d">%s<tspan class="%s">%s</tspan></text>', row * 18 + 34, escaped(before), class, escaped(after))
      elseif text ~= "" and text ~= "~" then
        add('<text x="12" y="%d">%s</text>', row * 18 + 34, escaped(text))
      end
    end
    if f.floating then
      local x, y = f.floating.column * 8 + 12, f.floating.row * 18 + 38
      add('<rect x="%d" y="%d" width="%d" height="%d" rx="4" fill="#3b4252"/>', x, y, width - x - 12, #f.floating.lines * 18 + 8)
      for n, text in ipairs(f.floating.lines) do add('<text x="%d" y="%d">%s</text>', x + 8, y + n * 18, escaped(vim.fn.strcharpart(text, 0, columns - f.floating.column - 4))) end
    end
    add("</g>")
  end
  add("</svg>")
  return out
end

local function session()
  vim.o.columns, vim.o.lines, vim.o.laststatus, vim.o.ruler, vim.o.showmode, vim.o.shortmess = columns, rows + 1, 0, false, false, "aoOtTIcF"
  vim.fn.mkdir(folder, "p")
  write("people.hcl", 'forest "corp" {\n  exchange_version = "SE"\n}\n\nshared_mailbox "sales@contoso.com" {\n  home = "cloud"\n}\n\nuser_mailbox "amy@contoso.com" {\n  home = "corp"\n}')
  write("grants.hcl", 'grant "full_access" {\n  recipient    = "sales@contoso.com"\n  delegate     = "amy@contoso.com"\n  auto_mapping = true\n}\n')
  vim.cmd("cd " .. vim.fn.fnameescape(folder))
  vim.cmd("edit grants.hcl")
  local client = vim.lsp.start_client({ cmd = { os.getenv("HYBRIDLINT"), "lsp" }, root_dir = folder })
  vim.lsp.buf_attach_client(0, client)

  await("a finding", has("^HYB206"))
  local d = vim.diagnostic.get(0)[1]
  must(d.lnum == 3 and d.col == 17 and d.end_col == 21, "the place of the finding")
  picture("A finding shows where it is, while you type.")

  vim.api.nvim_win_set_cursor(0, { 2, 22 })
  vim.lsp.buf.hover()
  await("a hover", function() return #vim.api.nvim_list_wins() > 1 end)
  picture("Hover: where a recipient lives, who holds it, what was found.")
  vim.api.nvim_win_set_cursor(0, { 4, 19 })
  vim.cmd("doautocmd CursorMoved")
  await("the hover goes", function() return #vim.api.nvim_list_wins() == 1 end)

  local wanted
  vim.ui.select = function(items, _, choose)
    for _, item in ipairs(items) do
      local action = item[2] or item.action
      if action.title:find(wanted) then return choose(item, 1) end
    end
    error("no action is " .. wanted)
  end
  wanted = "^Open the fix as a script"
  vim.lsp.buf.code_action()
  await("a script", function()
    local buffer = vim.fn.bufnr("untitled:HYB206-exchange-online.ps1")
    return buffer > 0 and table.concat(vim.api.nvim_buf_get_lines(buffer, 0, -1, false), "\n"):find("Add%-MailboxPermission %-Identity 'sales@contoso.com'")
  end)
  wanted = "^Write auto_mapping"
  vim.lsp.buf.code_action()
  await("an action", function() return line(4) == "  auto_mapping = false" end)
  await("the finding goes", function() return not has("^HYB206")() end)
  picture("A code action writes what the rule would write instead.")

  vim.api.nvim_buf_set_lines(0, 5, 5, false, { "", 'grant "send_as" {', '  recipient = "sales@contoso.com"', '  delegate = "ami@contoso.com"', "}" })
  await("a problem", has("Unknown recipient"))
  vim.api.nvim_win_set_cursor(0, { 9, 15 })
  vim.diagnostic.open_float(0, { scope = "line" })
  await("the whole message", function() return #vim.api.nvim_list_wins() > 1 end)
  picture("A name that does not exist shows before anything is saved.")
  vim.cmd("doautocmd CursorMoved")
  vim.api.nvim_buf_set_text(0, 8, 14, 8, 17, { "amy" })
  await("the problem goes", function() return not has("Unknown recipient")() end)

  vim.lsp.buf.formatting_sync(nil, 60000)
  must(line(9) == '  delegate  = "amy@contoso.com"', "formatting")
  vim.api.nvim_win_set_cursor(0, { 9, 18 })
  vim.lsp.buf.rename("amy.jones@contoso.com")
  await("a rename", function() return line(9):find("amy.jones@") and line(3):find("amy.jones@") end)
  for _, buffer in ipairs(vim.api.nvim_list_bufs()) do -- the rename has changed another file, as an autocommand would notice
    if vim.api.nvim_buf_get_name(buffer):find("people.hcl") then vim.lsp.buf_attach_client(buffer, client) end
  end
  await("findings about the new name", has("amy.jones.*not set there"))
  vim.api.nvim_win_set_cursor(0, { 9, 18 })
  vim.lsp.buf.definition()
  await("the definition", function() return vim.fn.expand("%:t") == "people.hcl" and vim.fn.line(".") == 9 end)
  must(line(9) == 'user_mailbox "amy.jones@contoso.com" {', "a rename of the declaration")
  picture("Rename, definition and references know a recipient by all of its names.")
  vim.fn.writefile(svg(), os.getenv("RECORDING"))
  vim.lsp.stop_client(client)
  await("the end of the server", function() return vim.lsp.client_is_stopped(client) end)
end

local ok, err = xpcall(session, debug.traceback)
if not ok then
  io.stderr:write(err .. "\n")
  vim.cmd("cquit 1")
end
vim.cmd("qall!")
