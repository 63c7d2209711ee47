import { unified } from '@astrojs/markdown-remark';
import mdx from '@astrojs/mdx';
import { defineConfig } from 'astro/config';
import portal from './portal.config.ts';
import { remarkGlossary } from './src/components/minutes/remark-glossary.ts';
import { remarkMinutes } from './src/components/minutes/remark-minutes.ts';
import { earlyScripts } from './src/early-scripts/integration.ts';
import { ownFonts } from './src/fonts/integration.ts';
import { checkedContent } from './src/library/integration.ts';
import { readGlossary, readSites } from './src/library/library.ts';
import { styleguide } from './src/styleguide/integration.ts';
import { rehypeTypeset } from './src/typography/rehype-typeset.ts';

const glossary = () => readGlossary(process.cwd(), process.env);
const sites = () => readSites(process.cwd(), process.env);

export default defineConfig({
  site: portal.url,
  base: portal.base,
  output: 'static',
  trailingSlash: 'always',
  compressHTML: 'jsx',
  devToolbar: { enabled: false },
  integrations: [ownFonts(), checkedContent(), styleguide(), mdx(), earlyScripts()],
  markdown: {
    syntaxHighlight: false,
    processor: unified({
      smartypants: false,
      remarkPlugins: [
        [remarkMinutes, { sites }],
        [remarkGlossary, { glossary }],
      ],
      rehypePlugins: [rehypeTypeset],
    }),
  },
  build: { format: 'directory', inlineStylesheets: 'never' },
  // Nothing inline: a strict content security policy allows files only.
  vite: { build: { assetsInlineLimit: 0 } },
});
