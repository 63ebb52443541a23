-- sections.lua: a page taken section by section, so that each fault can say where it stands.
local fault = require "fault"
local M = {}

local function groups(blocks)
  local out = {}
  for _, block in ipairs(blocks) do
    if block.t == "Header" or #out == 0 then out[#out + 1] = pandoc.List() end
    out[#out]:insert(block)
  end
  return out
end

-- f is given each section as a document of its own, and its label; it returns what shall stand in its place, or nothing.
function M.each(doc, f)
  local blocks = pandoc.List()
  for _, group in ipairs(groups(doc.blocks)) do
    fault.place = group[1].identifier
    local part = pandoc.Pandoc(group)
    blocks:extend((f(part, fault.place) or part).blocks)
  end
  fault.place, doc.blocks = nil, blocks
  return doc
end

return M
