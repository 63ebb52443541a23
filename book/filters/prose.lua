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

local Sentence = {}
Sentence.__index = Sentence

function Sentence:close()
  if not self.cited then
    for _, text in ipairs(self.numbers) do
      fault.say("a number in the prose comes from nowhere (.num, a citation or .given): %s", text)
    end
  end
  self.numbers, self.cited = {}, false
end

function Sentence:read(inlines)
  for _, x in ipairs(inlines) do
    if x.t == "Str" then
      if is_measure(x.text) then self.numbers[#self.numbers + 1] = x.text end
      if x.text:match("[.!?][\")”’]*$") then self.ended = true end
    elseif x.t == "Space" or x.t == "SoftBreak" then
      if self.ended then self:close() end
      self.ended = false
    elseif x.t == "Cite" then self.cited = self.cited or is_citation(x)
    elseif x.t == "Span" and (x.classes:includes("num") or x.classes:includes("given")) then
      self.ended = false
    elseif x.content and x.t ~= "Note" then self:read(x.content) end
  end
end

local function check(block)
  local sentence = setmetatable({numbers = {}}, Sentence)
  sentence:read(block.content)
  sentence:close()
end

local function in_caption(image)
  local sentence = setmetatable({numbers = {}}, Sentence)
  sentence:read(image.caption)
  sentence:close()
end

function M.check(doc)
  doc:walk {Para = check, Plain = check, Header = check, Image = in_caption}
end

return M
