-- plain.lua: the words of some blocks in one line, a space between two paragraphs.
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

return M
