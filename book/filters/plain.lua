-- plain.lua: the words of some blocks in one line, a space between two paragraphs; and their code.
local files = require "files"
local M = {}

local function spaced(block)
  block.content:insert(pandoc.Space())
  return block
end

function M.of(blocks)
  local apart = pandoc.Pandoc(blocks):walk {Para = spaced, Plain = spaced, Header = spaced}
  return files.flat(pandoc.utils.stringify(apart))
end

function M.code(blocks)
  local out = {}
  pandoc.Pandoc(blocks):walk {CodeBlock = function(block) out[#out + 1] = block.text end}
  return files.flat(table.concat(out, " "))
end

return M
