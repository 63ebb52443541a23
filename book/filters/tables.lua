-- tables.lua: a table stands in a box of its own, which has its label, and says in a caption what it shows.
-- On a page without a number nothing can be numbered, and a table stands in the text as it is.
local fault, headings, plain = require "fault", require "headings", require "plain"
local M = {}

local function has_caption(table_) return pandoc.utils.stringify(table_.caption.long) ~= "" end

local function head(table_)
  local words = {}
  for i, cell in ipairs(pandoc.utils.to_simple_table(table_).header) do words[i] = plain.of(cell) end
  return table.concat(words, " ")
end

local function check_box(div)
  for _, class in ipairs(div.classes) do fault.say("the table %s is called %s, but has only its label", div.identifier, class) end
  local first = div.content[1]
  if #div.content ~= 1 or first.t ~= "Table" then
    fault.say("the box %s holds something other than one table and its caption", div.identifier)
  elseif first.identifier ~= "" then
    fault.say("what stands in braces belongs to nothing: {#%s}; the table has the label %s", first.identifier, div.identifier)
  elseif not has_caption(first) then fault.say("the table %s has no caption: a line \": …\" under it", div.identifier) end
end

function M.check(doc)
  doc:walk {
    traverse = "topdown",
    Div = function(div)
      if not div.identifier:match("^tab:") then return nil end
      check_box(div)
      return div, false
    end,
    Table = function(table_)
      if headings.number or has_caption(table_) then fault.say("a table outside a box ::: {#tab:…}: %s", head(table_)) end
    end,
  }
end

return M
