/**
 * @typedef {object} TestCount
 * @property {number} passed
 * @property {number} failed
 */

/**
 * Counts the tests of a Vitest JSON report. A test file that could not be loaded has no tests that
 * could fail, and counts as one failure; so does a run that ended badly without naming a test.
 *
 * @param {unknown} report the parsed report; null when Vitest wrote none
 * @param {boolean} ok whether Vitest ended with exit code 0
 * @returns {TestCount}
 */
export function countTests(report, ok) {
  const { testResults = [] } = /** @type {{ testResults?: VitestFile[] }} */ (report ?? {});
  const statuses = testResults.flatMap((file) => file.assertionResults.map(({ status }) => status));
  const passed = statuses.filter((status) => status === 'passed').length;
  const broken = testResults.filter(
    (file) =>
      file.status === 'failed' && file.assertionResults.every(({ status }) => status !== 'failed'),
  );
  const failed = statuses.filter((status) => status === 'failed').length + broken.length;
  return { passed, failed: failed === 0 && !ok ? 1 : failed };
}

/**
 * One file of Vitest's JSON report (the Jest format).
 *
 * @typedef {{ status: string, assertionResults: { status: string }[] }} VitestFile
 */
