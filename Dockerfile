# A static program and nothing else, run by somebody who is not root:
#
#   docker build --tag hybridlint .
#   docker run --rm --volume "$PWD:/work:ro" hybridlint check
#
FROM golang:1.26.8 AS build
WORKDIR /source
COPY go.mod go.sum ./
RUN go mod download
COPY . .
RUN CGO_ENABLED=0 GOTOOLCHAIN=local go build -trimpath -ldflags="-s -w" -o /hybridlint ./cmd/hybridlint

FROM scratch
COPY --from=build /hybridlint /hybridlint
USER 65532:65532
WORKDIR /work
ENTRYPOINT ["/hybridlint"]
CMD ["check"]
