import { describe, expect, it } from 'vitest';
import { run, toolEnvironment } from '../../../scripts/lib/run.mjs';

const script = (code: string): Promise<{ ok: boolean; code: number; output: string }> =>
  run(process.execPath, ['-e', code]);

describe('run', () => {
  it('collects what is printed on both streams', async () => {
    const result = await script('console.log("a"); console.error("b")');
    expect(result.ok).toBe(true);
    expect(result.output.split('\n').filter(Boolean).sort()).toEqual(['a', 'b']);
  });

  it('reports the exit code', async () => {
    expect(await script('process.exit(3)')).toEqual({ ok: false, code: 3, output: '' });
  });

  it('says which command could not start', async () => {
    const result = await run('no-such-command-here', []);
    expect(result).toMatchObject({ ok: false, code: 1 });
    expect(result.output).toContain('no-such-command-here');
  });

  it('gives the command no standard input to wait for', async () => {
    const result = await script('process.stdin.on("end", () => console.log("end")).resume()');
    expect(result.output).toBe('end\n');
  });

  it('keeps Astro in the foreground and silent', () => {
    expect(toolEnvironment()).toMatchObject({
      ASTRO_TELEMETRY_DISABLED: '1',
      ASTRO_DEV_BACKGROUND: '0',
    });
  });
});
