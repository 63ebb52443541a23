-- prose.lua: numbers in the prose come from somewhere: a run (.num), a source (a citation in the same
-- sentence), or the author's own choice (.given). Looked at before any number is filled in.
local fault = require "fault"
local M = {}

local REFERENCE = {fig = true, eq = true, tab = true, lst = true, sec = true, ex = true}

function M.is_reference(id) return REFERENCE[id:match("^(%a+):") or ""] or false end

local function is_citation(cite)
  for _, c in ipairs(cite.citations) do if not M.is_reference(c.id) then return true end end
  return false
end

local function is_measure(text) return text:match("%d%.%d") or text:match("%d%%") end

-- Mathematics and code may hold decimals: a computation by hand shows where they come from, a command what
-- is typed. A number alone is neither, whatever it is set in.
local function is_lone_measure(text)
  local bare = text:gsub("\\approx", ""):gsub("[\\,;:!~{}<>%s]", "")
  return bare:match("^[%d.%%]+$") and is_measure(bare)
end

-- Behind a number these words are a per cent sign. A mark's text is not among the words.
local PER_CENT = {"%f[%d.]%d+ ?per ?cent", "%f[%d.]%d+ ?퍼센트", "%f[%d.]%d+ %%"}

local function in_words(words, found)
  words = words:gsub("\u{a0}", " ")
  for _, pattern in ipairs(PER_CENT) do
    for text in words:gmatch(pattern) do found[#found + 1] = text end
  end
end

local Sentence = {}
Sentence.__index = Sentence

function Sentence.new() return setmetatable({numbers = {}, words = ""}, Sentence) end

function Sentence:close()
  if not self.cited then
    in_words(self.words, self.numbers)
    for _, text in ipairs(self.numbers) do
      fault.say("a number in the prose comes from nowhere (.num, a citation or .given): %s", text)
    end
  end
  self.numbers, self.words, self.cited = {}, "", false
end

-- 51264, where the book writes 51,264.
local function check_thousands(text)
  local number = text:match("^[(−-]?(%d%d%d%d%d+)[).,;:]*$")
  if number then fault.say("thousands are grouped by a comma: %s", number) end
end

function Sentence:read(inlines)
  for _, x in ipairs(inlines) do
    if x.t == "Str" then
      check_thousands(x.text)
      if is_measure(x.text) then self.numbers[#self.numbers + 1] = x.text end
      self.words = self.words .. x.text
      if x.text:match("[.!?][\")”’]*$") then self.ended = true end
    elseif x.t == "Space" or x.t == "SoftBreak" then
      if self.ended then self:close() end
      self.words = self.words .. " "
      self.ended = false
    elseif x.t == "Math" and is_lone_measure(x.text) then self.numbers[#self.numbers + 1] = "$" .. x.text .. "$"
    elseif x.t == "Code" and is_lone_measure(x.text) then self.numbers[#self.numbers + 1] = "`" .. x.text .. "`"
    elseif x.t == "Cite" then self.cited = self.cited or is_citation(x)
    elseif x.t == "Span" and (x.classes:includes("num") or x.classes:includes("given")) then
      self.ended = false
    elseif x.content and x.t ~= "Note" then self:read(x.content) end
  end
end

local function check(inlines)
  local sentence = Sentence.new()
  sentence:read(inlines)
  sentence:close()
end

local function in_block(block) check(block.content) end

local function in_terms(list)
  for _, item in ipairs(list.content) do check(item[1]) end
end

-- The words of an attribute can neither be filled in nor cite.
local function in_attributes(x)
  for _, name in ipairs {"title", "caption", "alt"} do
    local words = x.attributes[name]
    local found = {is_measure(words or "")}
    in_words(words or "", found)
    if #found > 0 then fault.say("a number in a title or caption comes from nowhere: %s", words) end
  end
end

local function in_image(image)
  check(image.caption)
  in_attributes(image)
end

function M.check(doc)
  doc:walk {Para = in_block, Plain = in_block, Header = in_block, DefinitionList = in_terms, Image = in_image,
            Div = in_attributes, CodeBlock = in_attributes}
end

return M
