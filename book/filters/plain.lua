-- plain.lua: the words of some blocks in one line, a space between two paragraphs; and their code, without whole files.
local files = require "files"
local M = {}

local function spaced(block)
  block.content:insert(pandoc.Space())
  return block
end

local function terms(list)
  for _, item in ipairs(list.content) do item[1]:insert(pandoc.Space()) end
  return list
end

-- An exercise's title is an attribute.
local function titled(div)
  if div.attributes.title then div.content:insert(1, pandoc.Para {pandoc.Str(div.attributes.title), pandoc.Space()}) end
  return div
end

function M.of(blocks)
  local apart = pandoc.Pandoc(blocks):walk {Para = spaced, Plain = spaced, Header = spaced, DefinitionList = terms, Div = titled}
  return files.flat(pandoc.utils.stringify(apart))
end

function M.code(blocks)
  local out = {}
  pandoc.Pandoc(blocks):walk {CodeBlock = function(block)
    if not block.attributes.whole then out[#out + 1] = (block.attributes.caption or "") .. " " .. block.text end
  end}
  return files.flat(table.concat(out, " "))
end

return M
