-- figures.lua: a picture with its caption and its alternative text, which says what the data show. The
-- text is the attribute alt, or the file NAME.alt that the drawing of NAME.svg left beside it. Where a window
-- moves, NAME-place-1.svg and so on show its further places, each with its words.
local fault, files = require "fault", require "files"
local M = {pictures = {}}

local function exists(path)
  local file = io.open(path)
  if file then file:close() end
  return file ~= nil
end

-- What the drawing of a picture said of it.
function M.words(path)
  local lines = files.lines((path:gsub("%.%w+$", ".alt")))
  return files.flat(lines and table.concat(lines, " ") or "")
end

local function alternative(path, text)
  text = files.flat(text or M.words(path))
  if text == "" then fault.say("the picture %s has no alternative text", path) end
  return text
end

-- The further places of a window that moves: {path, words} each.
function M.places(path)
  local places, stem = {}, path:gsub("%.svg$", "")
  local next_one = stem .. "-place-1.svg"
  while exists(next_one) do
    places[#places + 1] = {next_one, alternative(next_one)}
    next_one = stem .. "-place-" .. #places + 1 .. ".svg"
  end
  return places
end

-- Pandoc 3 has a block of its own for a picture with a caption; before it was a paragraph of one picture.
-- There the attribute alt has become the picture's own words, which are the caption's where none was given.
function M.as_paragraph(doc)
  return doc:walk {Figure = function(block)
    local image
    block:walk {Image = function(x) image = x end}
    if not image then return nil end
    local caption, own = pandoc.utils.blocks_to_inlines(block.caption.long), image.caption
    local words = pandoc.utils.stringify(own)
    if words ~= pandoc.utils.stringify(caption) then image.attributes.alt = words end
    image.caption = caption
    if block.identifier ~= "" then image.identifier = block.identifier end
    return pandoc.Para {image}
  end}
end

-- A caption up to its first stop, for the list of figures; the picture's short= says it in other words.
function M.short(image, caption)
  if image.attributes.short then return {pandoc.Str(image.attributes.short)} end
  local out = pandoc.List()
  for _, x in ipairs(caption) do
    local words = x.t == "Str" and x.text:match("^(.*)[.:;]$")
    out:insert(words and pandoc.Str(words) or x)
    if words then break end
  end
  return out
end

function M.block(image, id, number, caption)
  if not exists(image.src) then fault.say("no such picture: %s", image.src) end
  local print = image.src:gsub("%.svg$", ".pdf")
  if not exists(print) then fault.say("the picture %s has no form for print: %s", image.src, print) end
  M.pictures[#M.pictures + 1] = image.src
  for _, place in ipairs(M.places(image.src)) do M.pictures[#M.pictures + 1] = place[1] end
  local words = pandoc.Str(alternative(image.src, image.attributes.alt))
  local plain = pandoc.Image({words}, image.src, "", {short = image.attributes.short})
  return pandoc.Div({pandoc.Plain {plain}, pandoc.Plain(caption)},
                    pandoc.Attr(id, {"figure"}, {number = number}))
end

return M
