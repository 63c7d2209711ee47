import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { remark } from 'remark';
import remarkGfm from 'remark-gfm';
import { describe, expect, it } from 'vitest';
import { importMinutes } from '../../../src/ingest/import.ts';
import { asMarkdown, markdownName } from '../../../src/insights/as-markdown.ts';
import { splitFrontmatter } from '../../../src/minutes/frontmatter.ts';
import { blockText, parseMdx, plainText } from '../../../src/minutes/mdast.ts';
import { words } from '../../../src/minutes/text.ts';
import { sites } from '../sites.fixture.ts';

const address = (picture: string): string => `https://example.org/images/${picture}`;
const write = (body: string): string => asMarkdown(body, address);

describe('asMarkdown', () => {
  it('takes components off and leaves their text where it was', () => {
    const body = `<SiteNews site="la-lune" inclusions={3}>
  **<Label>La Lune :</Label>** <Evidence of="inclusions">3 inclusions.</Evidence> Et \\{ceci} ou \\<cela.

  - un
  - deux
</SiteNews>

<Question status="answered">
  **Quand ?**

  <Answer>
    Demain.
  </Answer>
</Question>
`;
    expect(write(body)).toBe(
      '**La Lune :** 3 inclusions. Et {ceci} ou \\<cela.\n\n- un\n- deux\n\n**Quand ?**\n\nDemain.\n',
    );
  });

  it('says that a secret was removed, and which kind', () => {
    const body = 'Le code : <Redacted kind="password" />.\n\n<Redacted kind="iban" />\n';
    expect(write(body)).toBe('Le code : *mot de passe retiré*.\n\n*IBAN retiré*\n');
  });

  it('names pictures by their address, with what they show', () => {
    expect(write('<Picture file="image-1.png" alt="Un plan" />\n')).toBe(
      '![Un plan](https://example.org/images/image-1.png)\n',
    );
  });

  it('leaves nothing that is read as code or as HTML', () => {
    const text = write('Un \\<script>alert(1)\\</script> et \\{x}.\n');
    const types = remark()
      .parse(text)
      .children.flatMap((node) =>
        'children' in node ? node.children.map(({ type }) => type) : [node.type],
      );
    expect(types).not.toContain('html');
    expect(plainText(remark().parse(text))).toBe('Un <script>alert(1)</script> et {x}.');
  });

  it('is kept under the CR’s route', () => {
    expect(markdownName('2025-05-19')).toBe('cr-2025-05-19.md');
  });
});

const DEV = 'tests/corpus/dev';

describe.each(readdirSync(DEV))('CR %s of the corpus as Markdown', (number) => {
  const folder = join(DEV, number);
  const name = readdirSync(folder).find((file) => file.startsWith('source.')) ?? '';
  const imported = importMinutes(
    { name, bytes: readFileSync(join(folder, name)) },
    { sites, redact: ['password', 'nir', 'iban'], importedAt: '2026-01-01T00:00:00Z' },
  );

  it('keeps every word in its order, without a component', async () => {
    const { mdx } = await imported;
    const { body } = splitFrontmatter({ path: 'x.mdx', text: mdx });
    const secrets = body.match(/<Redacted /g)?.length ?? 0;
    const text = write(body);
    const read = remark().use(remarkGfm).parse(text);
    const said = blockText(read).replaceAll(
      /(?:mot de passe|IBAN|numéro de sécurité sociale) retiré/g,
      ' ',
    );
    expect(words(said)).toEqual(words(blockText(parseMdx(body))));
    expect(
      text.match(/\* ?(?:mot de passe|IBAN|numéro de sécurité sociale) retiré ?\*/g) ?? [],
    ).toHaveLength(secrets);
    expect(text).not.toMatch(/<\/?[A-Z]\w+/);
  });
});
