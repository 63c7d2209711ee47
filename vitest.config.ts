import { defineConfig } from 'vitest/config';

/** Unit tests need nothing; the two others share one built and served portal. */
export default defineConfig({
  test: {
    environment: 'node',
    projects: [
      {
        extends: true,
        // Properties and Argon2id take their time on a busy machine.
        test: { name: 'unit', include: ['tests/unit/**/*.test.ts'], testTimeout: 60_000 },
      },
      {
        extends: true,
        test: {
          name: 'build',
          include: ['tests/build/**/*.test.ts'],
          globalSetup: ['tests/support/global-setup.ts'],
          testTimeout: 30_000,
        },
      },
      {
        extends: true,
        test: {
          name: 'browser',
          include: ['tests/browser/**/*.test.ts'],
          globalSetup: ['tests/support/global-setup.ts'],
          testTimeout: 60_000,
          hookTimeout: 60_000,
          // Each file drives a Chromium of its own; two at once would wait for each other.
          fileParallelism: false,
        },
      },
      {
        extends: true,
        // Only by `npm run test:browsers`: needs Firefox, WebKitGTK, nginx and Caddy.
        test: {
          name: 'engines',
          include: ['tests/engines/**/*.test.ts'],
          globalSetup: ['tests/support/global-setup.ts'],
          testTimeout: 90_000,
          hookTimeout: 90_000,
          fileParallelism: false,
        },
      },
    ],
  },
});
