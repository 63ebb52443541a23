-- tables.lua: a table stands in a box of its own, which has its label, and says in a caption what it shows.
-- On a page without a number nothing can be numbered, and a table stands in the text as it is. A column of numbers
-- stands right, with its decimal points below each other.
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

-- The digits behind the decimal point of a cell that is a number; nil of another.
local function decimals(text)
  local bare = text:gsub("^[−+-]", ""):gsub(",", ""):gsub("%%$", "")
  local fraction = bare:match("^%d+%.(%d+)$")
  return fraction and #fraction or bare:match("^%d+$") and 0 or nil
end

-- The most decimals of a column in which each cell is a number or empty; nil of another column.
local function widest(rows, column)
  local most
  for _, row in ipairs(rows) do
    local text = plain.of(row[column] or {})
    local count = decimals(text)
    if text ~= "" and not count then return nil end
    if count and count > (most or -1) then most = count end
  end
  return most
end

-- form.blank(n, with_point) is as wide as n digits and, if so, a decimal point before them.
local function pad(cell, missing, with_point, form)
  if missing == 0 or #cell == 0 then return end
  cell[#cell].content:insert(form.blank(missing, with_point))
end

local function has_thousands(rows, column)
  for _, row in ipairs(rows) do if plain.of(row[column]):match("%d,%d%d%d") then return true end end
  return false
end

-- 1290 -> 1,290, where another number of the column has a comma.
local function grouped(cell)
  return cell:walk {Str = function(x) x.text = x.text:gsub("^([−+-]?%d)(%d%d%d)$", "%1,%2") return x end}
end

local function align(table_, form)
  local simple = pandoc.utils.to_simple_table(table_)
  for column = 1, #simple.aligns do
    local most = widest(simple.rows, column)
    if most then
      simple.aligns[column] = pandoc.AlignRight
      local thousands = has_thousands(simple.rows, column)
      for _, row in ipairs(simple.rows) do
        if thousands then row[column] = grouped(pandoc.Blocks(row[column])) end
        local count = decimals(plain.of(row[column]))
        if count then pad(row[column], most - count, count == 0, form) end
      end
    end
  end
  local aligned = pandoc.utils.from_simple_table(simple)
  aligned.attr, aligned.caption = table_.attr, table_.caption
  return aligned
end

-- Filled in: the numbers of runs stand in their cells. What stands in a box of its own is finished there.
function M.set(table_, form)
  local aligned = align(table_, form)
  if has_caption(aligned) or not form.plain_table then return aligned end
  return form.plain_table(aligned)
end

return M
