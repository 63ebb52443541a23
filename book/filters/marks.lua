-- marks.lua: what stands in brackets: marks, links, footnotes. A mark that nobody knows, or an attribute that
-- it does not have, is a number or a word that would be lost.
local fault = require "fault"
local M = {}

-- may: attributes that a mark may have; needs: those that it must have. A mark that needs one is filled in,
-- so the page types nothing between its brackets.
local KNOWN = {
  num = {may = {run = true, key = true, fmt = true, times = true, table = true, column = true}, needs = {"key"}},
  claim = {may = {test = true, run = true}},
  minutes = {may = {of = true, part = true}, needs = {"of"}},
  given = {may = {}},
  term = {may = {key = true}},
  index = {may = {key = true}},
}

local function words(x) return pandoc.utils.stringify(x.content) end

local function named(span, class)
  local key = span.attributes.key or words(span)
  return "the mark ." .. class .. (key ~= "" and " (" .. key .. ")" or "")
end

local function check_content(span, class, needs)
  local empty = #span.content == 0
  if needs and not empty then fault.say("%s has typed text of its own: %s", named(span, class), words(span)) end
  local place = class == "index" and (span.attributes.key or "") ~= ""
  if not needs and empty and not place then fault.say("%s is empty", named(span, class)) end
end

local function check_mark(span)
  local class = span.classes[1]
  if not class then fault.say("a mark without a name: %s", words(span)) return end
  if #span.classes > 1 then fault.say("a mark with two names: %s", table.concat(span.classes, " ")) end
  local known = KNOWN[class]
  if not known then fault.say("no mark is called %s%s", class, fault.only(KNOWN)) return end
  if span.identifier ~= "" then fault.say("%s has the label %s, and marks have none", named(span, class), span.identifier) end
  for name in pairs(span.attributes) do
    if not known.may[name] then fault.say("%s has no %s%s", named(span, class), name, fault.only(known.may)) end
  end
  for _, name in ipairs(known.needs or {}) do
    if not span.attributes[name] then fault.say("%s needs %s=", named(span, class), name) end
  end
  if class == "claim" and not span.attributes.test then fault.say("%s needs test=", named(span, class)) end
  check_content(span, class, known.needs)
end

local function check_link(a)
  if words(a) == "" then fault.say("the link to %s has no words", a.target) end
  if a.target == "" or a.target == "#" then
    fault.say("the link of \"%s\" leads nowhere; it needs #sec:… or https://…", words(a))
  end
end

local function check_note(note)
  if words(note) == "" then fault.say("a footnote is empty") end
  note:walk {CodeBlock = function() fault.say("a fence stands in a footnote") end}
end

local function check_struck(x) fault.say("struck words, which paper does not have: %s", words(x)) end

-- What was not opened, not closed or not defined stays in the text as it was typed.
local LEFT = {
  {"^:::", "a box is not closed, or closed twice"},
  {"%[%^.+%]", "a footnote without its text"},
  {"{[#.=]%a", "what stands in braces belongs to nothing"},
  {"%$%$", "an equation is not closed"},
  {"`", "code is not closed"},
  {"%*%*", "strong words are not closed"},
}

-- A label behind an equation is for equations.lua.
local function check_word(x)
  local text = x.text:gsub("^{#eq:[%w-]+}", "")
  for _, left in ipairs(LEFT) do
    if text:match(left[1]) then fault.say("%s: %s", left[2], text) end
  end
end

-- Headings and captions stand once more in a list at the front of the book: there can be neither the one place
-- of a word nor a footnote.
local function check_listed(blocks, what)
  blocks:walk {
    Span = function(span)
      if span.classes:includes("term") or span.classes:includes("index") then
        fault.say("%s stands in a %s; it needs a sentence of the text", named(span, span.classes[1]), what)
      end
    end,
    Note = function() fault.say("a footnote stands in a %s", what) end,
  }
end

local function in_heading(h) check_listed(pandoc.Blocks {pandoc.Plain(h.content)}, "heading") end
local function in_picture(image) check_listed(pandoc.Blocks {pandoc.Plain(image.caption)}, "caption") end
local function in_table(table_) check_listed(pandoc.Blocks(table_.caption.long), "caption") end

function M.check(doc)
  doc:walk {Header = in_heading, Image = in_picture, Table = in_table}
  doc:walk {Span = check_mark, Link = check_link, Note = check_note, Str = check_word, Strikeout = check_struck}
end

return M
