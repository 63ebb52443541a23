-- sources.lua: references.bib has each source once. Of two with one key, citeproc takes the last without a word.
local fault, files = require "fault", require "files"
local M = {}

function M.check(path)
  local seen = {}
  for i, line in ipairs(files.lines(path) or {}) do
    local key = line:match("^%s*@%a+%s*{%s*([^%s,]+)")
    if key and seen[key] then fault.say("%s:%d: %s stands already in line %d", path, i, key, seen[key]) end
    if key then seen[key] = i end
  end
end

return M
