-- labels.lua: numbers sections, figures, tables, equations, listings and exercises, in the order in
-- which they stand, and remembers each label with its number, its section and its text.
--
-- The numbers of every output come from here, so that the page, the PDF and the EPUB say the same.
local fault, figures, plain = require "fault", require "figures", require "plain"
local headings, equations = require "headings", require "equations"
local M = {all = {}, sections = {}}

local counts, levels, prefix, section = {}, {}, nil, nil

local function remember(id, kind, number, title)
  local label = {id = id, kind = kind, number = number or "", title = title, words = {},
                 core = section == nil or section.core, section = section and section.id}
  if M.all[id] then fault.say("the label %s stands twice", id) end
  M.all[id] = label
  M.all[#M.all + 1] = label
  return label
end

local function next_number(kind, id)
  if not prefix then fault.say("%s stands on a page without a number or letter", id) return "?" end
  counts[kind] = (counts[kind] or 0) + 1
  return prefix .. "." .. counts[kind]
end

local function section_number(header)
  if not prefix or header.classes:includes("unnumbered") then return nil end
  levels[header.level] = (levels[header.level] or 0) + 1
  for deeper = header.level + 1, 6 do levels[deeper] = 0 end
  local out = {prefix}
  for level = 2, header.level do out[#out + 1] = tostring(levels[level] or 0) end
  return table.concat(out, ".")
end

local function start_page(header)
  prefix = headings.page_number(header)
  header.attributes.letter = nil
  return prefix
end

-- Core or further: a section says it, or its parent does.
local function is_core(header)
  if header.classes:includes("further") then return false end
  if header.classes:includes("core") then return true end
  for i = #M.sections, 1, -1 do
    if M.sections[i].level < header.level then return M.sections[i].core end
  end
  return true
end

local function header(h)
  local number
  if h.level == 1 then number = start_page(h) else number = section_number(h) end
  local title = pandoc.utils.stringify(h.content)
  section = {core = is_core(h)}
  section = remember(h.identifier, "sec", number, title)
  section.core, section.level = is_core(h), h.level
  M.sections[#M.sections + 1] = section
  if number then h.attributes.number = number end
  if not section.core and (h.classes:includes("further")) then h.attributes.further = "yes" end
  return h
end

-- Ten minutes are counted for each numbered equation of the core, so none escapes without its label.
local function words(block)
  pandoc.Blocks {block}:walk {Image = function(x) fault.say("the picture %s needs a paragraph of its own", x.src) end}
  return equations.number(block, prefix and section.core, function(id, text)
    local number = next_number("eq", id)
    remember(id, "eq", number, text)
    return number
  end)
end

local function figure(image, id, caption)
  if not id:match("^fig:") then
    fault.say("the picture %s needs a label: {#fig:…}", image.src)
    return nil
  end
  if pandoc.utils.stringify(caption) == "" then fault.say("the figure %s has no caption", id) end
  local number = next_number("fig", id)
  remember(id, "fig", number, pandoc.utils.stringify(caption))
  return figures.block(image, id, number, caption)
end

local function paragraph(block)
  local image = block.content[1]
  if #block.content == 1 and image.t == "Image" then return figure(image, image.identifier, image.caption) end
  return words(block)
end

local function listing(block)
  if not block.identifier:match("^lst:") then return nil end
  local number = next_number("lst", block.identifier)
  remember(block.identifier, "lst", number, block.attributes.caption or "")
  block.attributes.number = number
  return block
end

local function table_or_exercise(div)
  local kind = div.identifier:match("^(%a+):")
  if kind == "tab" then
    local number = next_number("tab", div.identifier)
    remember(div.identifier, "tab", number, pandoc.utils.stringify(div))
    div.attributes.number = number
    return div
  elseif kind == "ex" then
    local number = div.attributes.number
    remember(div.identifier, "ex", number, pandoc.utils.stringify(div))
    return div
  end
end

local numbering = {Para = paragraph, Plain = words, CodeBlock = listing, Div = table_or_exercise}

local function add_words(words)
  local level = 99
  for i = #M.sections, 1, -1 do
    local s = M.sections[i]
    if s.level < level then
      s.words[#s.words + 1] = words
      level = s.level
    end
  end
end

function M.number(doc)
  local out = pandoc.List()
  for _, block in ipairs(doc.blocks) do
    if block.t == "Header" then
      fault.place = block.identifier
      out:insert(header(block))
      add_words(pandoc.utils.stringify(block.content))
    else
      local one = pandoc.Blocks {block}
      add_words(plain.of(one))
      section.blocks = section.blocks or {}
      one = one:walk(numbering)
      section.blocks[#section.blocks + 1] = one
      out:extend(one)
    end
  end
  fault.place, doc.blocks = nil, out
  return doc
end

return M
