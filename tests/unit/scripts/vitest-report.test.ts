import { describe, expect, it } from 'vitest';
import { countTests } from '../../../scripts/lib/vitest-report.mjs';

const file = (status: string, ...statuses: string[]): object => ({
  status,
  assertionResults: statuses.map((each) => ({ status: each })),
});

describe('countTests', () => {
  it('counts tests over files, without those that did not run', () => {
    const testResults = [
      file('passed', 'passed', 'passed', 'skipped', 'todo'),
      file('failed', 'passed', 'failed'),
    ];
    expect(countTests({ testResults }, false)).toEqual({ passed: 3, failed: 1 });
  });

  it('counts a file that could not be loaded as a failure', () => {
    const testResults = [file('passed', 'passed'), file('failed')];
    expect(countTests({ testResults }, false)).toEqual({ passed: 1, failed: 1 });
  });

  it('counts a file whose hook failed as a failure', () => {
    const testResults = [file('failed', 'passed', 'skipped')];
    expect(countTests({ testResults }, false)).toEqual({ passed: 1, failed: 1 });
  });

  it('counts a run without a report as a failure', () => {
    expect(countTests(null, false)).toEqual({ passed: 0, failed: 1 });
  });

  it('counts a bad end of a run whose tests all passed', () => {
    const testResults = [file('passed', 'passed')];
    expect(countTests({ testResults }, false)).toEqual({ passed: 1, failed: 1 });
  });
});
