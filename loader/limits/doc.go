// Package limits bounds what is read, and names the settings by which people change that.
package limits
