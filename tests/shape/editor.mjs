// Prints, for each YAML file, the messages an editor would show; the first argument is the schema.
import { createRequire } from "node:module"
import { readFileSync } from "node:fs"

const require = createRequire(`${process.cwd()}/`)
const { getLanguageService } = require(
  "yaml-language-server/lib/umd/languageservice/yamlLanguageService.js",
)
const { TextDocument } = require("vscode-languageserver-textdocument")

const [schemaFile, ...files] = process.argv.slice(2)
const schema = JSON.parse(readFileSync(schemaFile, "utf8"))
const ignore = () => undefined
const service = getLanguageService({
  schemaRequestService: async () => JSON.stringify(schema),
  workspaceContext: { resolveRelativePath: (path) => path },
  telemetry: { send: ignore, sendError: ignore, sendTrack: ignore },
})
service.configure({
  validate: true,
  schemas: [{ uri: "file:///list-1.json", fileMatch: ["*"], schema }],
})
const found = {}
for (const file of files) {
  // The file's own line would have the editor fetch the published schema.
  const text = readFileSync(file, "utf8").replace(/^# yaml-language-server.*$/m, "#")
  const document = TextDocument.create(`file://${file}`, "yaml", 1, text)
  const messages = await service.doValidation(document, false)
  found[file] = messages.map((one) => one.message)
}
console.log(JSON.stringify(found))
