-- The built-in client of neovim with the real yaml-language-server, set as .vscode/settings.json says.
local root, server, what, done = vim.env.QD_ROOT, vim.env.QD_SERVER, vim.env.QD_SHOW, vim.env.QD_DONE
vim.o.completeopt = "menuone,noselect,preview"
vim.o.termguicolors, vim.o.background, vim.o.number, vim.o.signcolumn = true, "light", true, "yes"
vim.o.laststatus, vim.o.showmode, vim.o.ruler, vim.o.swapfile, vim.o.shortmess = 0, false, false, false, "aoOtTIcF"
vim.o.fillchars = "eob: "
vim.cmd("syntax on")
for group, colour in pairs({
  Normal = "guifg=#1f2328 guibg=#ffffff", LineNr = "guifg=#8c959f", SignColumn = "guibg=#ffffff",
  Pmenu = "guifg=#1f2328 guibg=#eef1f4", PmenuSel = "guifg=#ffffff guibg=#0b6e8f", NormalFloat = "guifg=#1f2328 guibg=#eef1f4",
  DiagnosticError = "guifg=#b3261e", DiagnosticUnderlineError = "gui=underline guisp=#b3261e guifg=#b3261e",
  Comment = "guifg=#6a737d", String = "guifg=#0a5c36", yamlBlockMappingKey = "guifg=#0b6e8f", Identifier = "guifg=#0b6e8f",
}) do
  vim.cmd("highlight " .. group .. " " .. colour)
end
vim.diagnostic.config({ virtual_text = { prefix = "■" }, signs = false })

local function nested(settings)
  local out = {}
  for key, value in pairs(settings) do
    local at, parts = out, vim.split(key, ".", { plain = true })
    for n = 1, #parts - 1 do
      at[parts[n]] = at[parts[n]] or {}
      at = at[parts[n]]
    end
    at[parts[#parts]] = value
  end
  return out
end

local file = io.open(root .. "/.vscode/settings.json")
local settings = nested(vim.fn.json_decode(file:read("*a")))
file:close()
local client = vim.lsp.start_client({
  cmd = { "node", server, "--stdio" }, root_dir = root, settings = settings,
  workspace_folders = { { uri = vim.uri_from_fname(root), name = "qingdan" } },
})
vim.lsp.buf_attach_client(0, client)
vim.bo.omnifunc = "v:lua.vim.lsp.omnifunc"
vim.wait(60000, function() return #vim.diagnostic.get(0) > 0 end, 100)

local function finish()
  vim.defer_fn(function() io.open(done, "w"):close() end, 1500)
end
if what == "hover" then
  vim.fn.search("verdict")
  vim.lsp.buf.hover()
  finish()
else
  vim.fn.search("reached_by")
  vim.cmd("normal! o    a")
  vim.defer_fn(function() vim.api.nvim_feedkeys(vim.api.nvim_replace_termcodes("A<C-x><C-o>", true, false, true), "n", false) end, 500)
  vim.api.nvim_create_autocmd("CompleteChanged", { once = true, callback = finish })
end
