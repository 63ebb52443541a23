-- headings.lua: a page is one title and the sections under it, none of them deeper by more than one level
-- than what it follows. Each has a label, and says by .core or .further whom it is for.
local fault = require "fault"
local M = {number = nil}   -- of the page whose title was checked

local CLASSES = {core = true, further = true, unnumbered = true}

local function title(h) return pandoc.utils.stringify(h.content) end

-- A chapter's number comes from its label (sec:ch07 is 7), an appendix's from letter=A; other pages have none.
function M.page_number(h)
  local chapter = h.identifier:match("^sec:ch(%d%d)$")
  return chapter and tostring(tonumber(chapter)) or h.attributes.letter
end

function M.check_title(doc)
  local first = doc.blocks[1]
  if not first or first.t ~= "Header" or first.level ~= 1 then
    fault.say("the page does not begin with its title: # … {#sec:…}")
  else M.number = M.page_number(first) end
end

local function check_order(h, above)
  if above and h.level == 1 then fault.say("a second title: \"%s\"; a page has one", title(h)) end
  if above and h.level > above + 1 then
    fault.say("the section \"%s\" is of level %d and stands below level %d", title(h), h.level, above)
  end
end

local function check_marks(h)
  local words = title(h)
  if words == "" then fault.say("the section %s has no title", h.identifier) end
  if not h.identifier:match("^sec:") then fault.say("the section \"%s\" needs a label: {#sec:…}", words) end
  for _, class in ipairs(h.classes) do
    if not CLASSES[class] then fault.say("the section \"%s\" is called .%s, not .core, .further or .unnumbered", words, class) end
  end
  for name, value in pairs(h.attributes) do
    if name ~= "letter" or h.level > 1 then fault.say("the section \"%s\" has no %s", words, name)
    elseif not value:match("^%u$") then fault.say("the page's letter=%s is not one capital letter", value) end
  end
end

local function inside(h)
  fault.say("the heading \"%s\" stands in a box, a list or a quotation, not between them", title(h))
end

function M.check(doc)
  local above
  for _, block in ipairs(doc.blocks) do
    if block.t == "Header" then
      check_order(block, above)
      check_marks(block)
      above = block.level
    else pandoc.Blocks {block}:walk {Header = inside} end
  end
end

return M
