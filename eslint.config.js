import { builtinModules } from 'node:module';
import astro from 'eslint-plugin-astro';
import { defineConfig } from 'eslint/config';
import tseslint from 'typescript-eslint';

/** Rooms that put the others to work: none of those may know them. */
const OUTER = ['library', 'curation', 'build', 'serve', 'bench'];

/** Folders of src/ from left to right along the way of a CR; see docs/architecture.md. */
const VIEWS = ['components', 'layouts', 'pages'];

const RIGHT_OF_INGEST = ['insights', 'exports', ...VIEWS, 'search', 'vault', ...OUTER];

/** What of ingest reaches the disk and the terminal; browsers load all the rest. */
const INGEST_ADAPTERS = ['src/ingest/files.ts', 'src/ingest/watch.ts', 'src/ingest/cli/**'];

/** Modules of Node, under either name, as a pattern of ESLint. */
const NODE = `^(?:node:|(?:${builtinModules.filter((name) => /^[a-z]/.test(name)).join('|')})(?:/|$))`;
const ASTRO = '^astro(?!/zod$)(?:[:/]|$)';
const LAZY_NODE = 'ImportExpression[source.value=/^node:/]';
const PURE = 'this room is pure: no Node, no Astro; take what it needs as an argument.';

/**
 * Forbids imports into other rooms and, where asked, of Node and Astro.
 *
 * @param {string} room folder of src/
 * @param {{ rooms: string[], packages?: string[], files?: string[], ignores?: string[] }} options
 *   `rooms` that it may not know, `packages` as patterns, `files` if not the whole room
 */
function wall(room, { rooms, packages = [], files = [`src/${room}/**`], ignores = [] }) {
  const patterns = [
    {
      regex: `^(?:\\./)?(?:\\.\\./)+(?:${rooms.join('|')})/`,
      message: `src/${room} does not know the rooms to its right (docs/architecture.md).`,
    },
    ...packages.map((regex) => ({ regex, message: `src/${room}: ${PURE}` })),
  ];
  const isPure = packages.includes(NODE);
  return {
    files,
    ignores,
    rules: {
      'no-restricted-imports': ['error', { patterns }],
      ...(isPure && {
        'no-restricted-globals': ['error', 'process', 'Buffer', 'global', 'require', '__dirname'],
        'no-restricted-syntax': ['error', { selector: LAZY_NODE, message: PURE }],
      }),
    },
  };
}

export default defineConfig(
  { ignores: ['dist/', '.astro/', '.portal/', '.cache/', 'inbox/', 'tests/corpus/', 'public/'] },
  {
    linterOptions: { reportUnusedDisableDirectives: 'error' },
    languageOptions: {
      parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname },
    },
  },
  tseslint.configs.strictTypeChecked,
  tseslint.configs.stylisticTypeChecked,
  astro.configs.recommended,
  {
    rules: {
      eqeqeq: ['error', 'always', { null: 'ignore' }],
      'no-console': ['error', { allow: ['warn', 'error'] }],
      // French typography needs non-breaking spaces in what people read.
      'no-irregular-whitespace': ['error', { skipStrings: true, skipTemplates: true }],
      '@typescript-eslint/consistent-type-imports': ['error', { fixStyle: 'inline-type-imports' }],
      '@typescript-eslint/switch-exhaustiveness-check': [
        'error',
        { considerDefaultExhaustiveForUnions: true },
      ],
      // tsconfig's noPropertyAccessFromIndexSignature asks for the brackets this rule forbids.
      '@typescript-eslint/dot-notation': 'off',
      // Numbers in a template are what they look like.
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
    },
  },
  {
    files: ['**/*.astro'],
    languageOptions: { parserOptions: { projectService: false, project: true } },
    rules: {
      // Markup has the type `any` in Astro, so that every list of elements would be reported.
      '@typescript-eslint/no-unsafe-return': 'off',
      // A component without imports is read as a script: its `status` is taken for `window.status`.
      '@typescript-eslint/no-deprecated': 'off',
    },
  },
  { files: ['scripts/**', 'src/build/**'], rules: { 'no-console': 'off' } },
  {
    // Type information is for TypeScript; plain JavaScript has only its JSDoc.
    files: ['**/*.js', '**/*.mjs'],
    extends: [tseslint.configs.disableTypeChecked],
  },

  {
    // Scripts of a component are linted apart and have no place in a TypeScript project.
    files: ['**/*.astro/*.ts'],
    extends: [tseslint.configs.disableTypeChecked],
  },

  wall('minutes', {
    rooms: ['ingest', 'insights', 'exports', ...VIEWS, 'search', 'vault', ...OUTER],
    packages: [NODE, ASTRO],
  }),
  wall('ingest', { rooms: RIGHT_OF_INGEST, packages: [NODE, ASTRO], ignores: INGEST_ADAPTERS }),
  wall('ingest', { rooms: RIGHT_OF_INGEST, packages: [ASTRO], files: INGEST_ADAPTERS }),
  wall('insights', {
    rooms: ['ingest', 'exports', ...VIEWS, 'search', 'vault', ...OUTER],
    packages: [NODE, ASTRO],
  }),
  wall('exports', {
    rooms: ['ingest', ...VIEWS, 'search', 'vault', ...OUTER],
    packages: [NODE, ASTRO],
  }),
  wall('curation', { rooms: ['ingest', ...VIEWS, 'search', 'vault', 'build', 'serve'] }),
  ...VIEWS.map((room) => wall(room, { rooms: ['vault', 'curation', 'build', 'serve'] })),
  wall('headers', {
    rooms: ['minutes', 'ingest', 'insights', 'search', 'vault', ...VIEWS, ...OUTER],
    packages: [NODE, ASTRO],
  }),
  wall('search', { rooms: ['ingest', ...VIEWS, 'vault', ...OUTER], packages: [ASTRO] }),
  wall('vault', {
    rooms: ['minutes', 'ingest', 'insights', 'search', ...VIEWS, ...OUTER],
    packages: [ASTRO],
  }),
  wall('vault', {
    // Both sides read `format`; browsers run the others.
    files: ['src/vault/{format,client,check,gate,in-place,offline,session,unlock,worker}/**'],
    rooms: ['minutes', 'ingest', 'insights', 'search', ...VIEWS, ...OUTER],
    packages: [NODE, ASTRO],
  }),
);
