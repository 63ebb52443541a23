-- fences.lua: what a fence says of itself: its kind, its label and caption, and where its lines come from. Its
-- attributes are those of its origin; C that no program holds is marked .sketch.
local fault = require "fault"
local M = {}

local C = {c = true, cpp = true, cuda = true, h = true}
local OTHERS = {sh = true, text = true, markdown = true, run = true, sketch = true}

local PROGRAM = {src = true, fn = true, to = true, part = true, caption = true}
local RESULT = {run = true, file = true, caption = true}
local TYPED = {caption = true}
local COMMAND = {minutes = true, caption = true}

local function origin(block)
  local a = block.attributes
  if a.src then return PROGRAM, "a listing of " .. a.src end
  if a.run or a.file then return RESULT, "a listing of " .. (a.file or a.run) end
  local name = ("the fence \"%s\""):format(block.text:match("[^\n]*"))
  return block.classes:includes("run") and COMMAND or TYPED, name
end

local function is_c(block)
  for _, class in ipairs(block.classes) do if C[class] then return true end end
  return false
end

-- Drawings in letters are indented and have no class; statements and blocks of C end otherwise.
local function looks_like_c(text) return (text .. "\n"):match("[;{]%s*\n") or text:match("^%s*#include") end

local function check_typed(block)
  local typed_c = is_c(block) or #block.classes == 0 and looks_like_c(block.text)
  if typed_c and not block.classes:includes("sketch") then
    fault.say("C is typed into the prose and not marked .sketch: %s", block.text:match("[^\n]*"))
  end
end

local function check_label(block)
  local id = block.identifier
  if id == "" then return end
  if not id:match("^lst:") then fault.say("the label of a listing begins with lst: %s", id)
  elseif (block.attributes.caption or "") == "" then fault.say("the listing %s has no caption", id) end
end

local function check(block)
  local known, name = origin(block)
  local a = block.attributes
  for _, class in ipairs(block.classes) do
    if not C[class] and not OTHERS[class] then fault.say("no fence is called %s%s", class, fault.only(C, OTHERS)) end
  end
  for attribute in pairs(a) do
    if not known[attribute] then fault.say("%s has no %s%s", name, attribute, fault.only(known)) end
  end
  if known == COMMAND and not (a.minutes or ""):match("^%d+$") then fault.say("%s is a .run and needs its minutes=", name) end
  if known == RESULT and not (a.run and a.file) then fault.say("%s needs both run= and file=", name) end
  check_label(block)
  if known == TYPED then check_typed(block)
  elseif known ~= COMMAND and block.text ~= "" then fault.say("%s has typed lines of its own", name) end
end

function M.check(doc) doc:walk {CodeBlock = check} end

return M
