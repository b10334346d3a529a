-- Neovim with the real yaml-language-server, set as .vscode/settings.json says: for the picture in docs (`make pictures`).
for name, value in pairs({
  swapfile = false, number = true, ruler = false, showmode = false, laststatus = 0, termguicolors = true,
  background = "light", completeopt = "menuone,noinsert", shortmess = "filnxtToOFc",
}) do
  vim.o[name] = value
end
vim.cmd([[syntax on
  highlight DiagnosticVirtualTextError guifg=#b3261e
  highlight DiagnosticUnderlineError gui=underline guifg=#b3261e
  highlight Pmenu guibg=#eef1f5 guifg=#1f2328
  highlight PmenuSel guibg=#cfe3f5 guifg=#1f2328
  highlight LineNr guifg=#6b7480
  highlight NonText guifg=#ffffff
  highlight yamlBlockMappingKey guifg=#0b6e8f
  highlight yamlFlowString guifg=#1a7f37]])
vim.diagnostic.config({ virtual_text = { prefix = "■" }, signs = false, update_in_insert = true })

local yaml = {}
for key, value in pairs(vim.fn.json_decode(vim.fn.readfile(vim.env.QD_SETTINGS))) do
  local path = vim.split(key, ".", { plain = true })
  if path[1] == "yaml" then
    local inner = yaml
    for n = 2, #path - 1 do
      inner[path[n]] = inner[path[n]] or {}
      inner = inner[path[n]]
    end
    inner[path[#path]] = value
  end
end

-- Offer what the server completes at the cursor, with what it says of each.
function _G.offer()
  local at = vim.lsp.util.make_position_params()
  vim.lsp.buf_request(0, "textDocument/completion", at, function(_, found)
    local function said(item)
      local text = item.documentation
      return type(text) == "table" and text.value or text or ""
    end
    local words = vim.tbl_map(function(item) return { word = item.label, menu = said(item) } end, found.items or found)
    vim.fn.complete(vim.fn.col("."), words)
  end)
end

vim.api.nvim_create_autocmd("FileType", {
  pattern = "yaml",
  callback = function()
    vim.bo.indentexpr = ""
    vim.lsp.buf_attach_client(0, vim.lsp.start_client({
      cmd = { "node", vim.env.QD_SERVER, "--stdio" },
      root_dir = vim.fn.getcwd(),
      settings = { yaml = yaml, ["[yaml]"] = {} },
    }))
  end,
})
