-- scan.lua: writes what one page tells the others, as lines of a table: its labels with their text, its
-- words for the index, the lines of programs that it shows, the minutes that it takes.
local files, plain, minutes = require "files", require "plain", require "minutes"
local M = {}

function M.text(page, labels, listings, glossary, pictures, sum)
  local out = {}
  local function row(...) out[#out + 1] = table.concat({...}, "\t") end
  for _, l in ipairs(labels.all) do
    row("label", l.id, l.kind, l.number, page, l.core and "core" or "further", files.flat(l.title),
        tostring(l.level or ""), files.flat(table.concat(l.words, " ")))
  end
  for _, s in ipairs(labels.sections) do
    local own, code = {}, {s.id}   -- labels are found with the listings
    for _, l in ipairs(labels.all) do if l.section == s.id then code[#code + 1] = l.id end end
    for _, blocks in ipairs(s.blocks or {}) do
      own[#own + 1] = plain.of(blocks)
      code[#code + 1] = plain.code(blocks)
    end
    row("text", s.id, page, s.number, files.flat(s.title), files.flat(table.concat(own, " ")), files.flat(table.concat(code, " ")))
  end
  for i, e in ipairs(glossary.index) do row("index", e.name, "ix:" .. page .. "-" .. i, e.section, e.kind) end
  for _, name in ipairs(glossary.terms) do row("term", name) end
  for _, s in ipairs(listings.shown) do row("shown", s[1], s[2], s[3]) end
  for _, p in ipairs(listings.parts) do row("part", p[1], p[2]) end
  for _, path in ipairs(pictures) do row("picture", path) end
  row("minutes", minutes.fields(sum))
  return table.concat(out, "\n") .. "\n"
end

return M
