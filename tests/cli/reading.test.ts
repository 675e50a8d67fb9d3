/** What is shown while a large file is read. */
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { ProgressOptions } from '../../cli/progress/progress.js';
import { readingLine, readingTold } from '../../cli/progress/reading.js';

/** What is written for a read of 274 MB that has come so far after each second. */
function shown(
  options: ProgressOptions,
  megabytes: readonly number[],
  isTTY = true,
): readonly string[] {
  const written: string[] = [];
  const output = { isTTY, columns: 70, write: (text: string) => void written.push(text) };
  const line = readingLine('wide.csv', options, output);
  for (const read of megabytes) {
    vi.advanceTimersByTime(1000);
    line.update({ bytesRead: read * 1e6, bytes: 274e6, rows: 1000 * read });
  }
  line.done();
  return written;
}

beforeEach(() => {
  vi.useFakeTimers();
  vi.stubEnv('CI', undefined);
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllEnvs();
});

describe('the line of a long read', () => {
  const erase = '\r\u001b[K';

  it('says how much is read, how fast and how long it still takes, and is erased', () => {
    expect(shown({}, [4, 137])).toEqual([
      `${erase}reading wide.csv: 4 of 274 MB, 4.0 MB/s, 1 min 08 s left, 4,000 rows`,
      `${erase}reading wide.csv: 137 of 274 MB, 68.5 MB/s, 2 s left, 137,000 rows`,
      erase,
    ]);
  });

  it('appears after a second', () => {
    const written: string[] = [];
    const output = { isTTY: true, write: (text: string) => void written.push(text) };
    const line = readingLine('small.csv', {}, output);
    vi.advanceTimersByTime(900);
    line.update({ bytesRead: 1e6, bytes: 1e6, rows: 10 });
    line.done();
    expect(written).toEqual([]);
  });

  it('is for terminals only, and not with JSON, --no-progress or in CI', () => {
    expect(shown({}, [4], false)).toEqual([]);
    expect(shown({ json: true }, [4])).toEqual([]);
    expect(shown({ progress: false }, [4])).toEqual([]);
    vi.stubEnv('CI', 'true');
    expect(shown({}, [4])).toEqual([]);
  });

  it('has no end while a stream arrives', () => {
    expect(readingTold('a.csv', { bytesRead: 5e6, bytes: undefined, rows: 0 }, 2).text).toBe(
      'reading a.csv: 5 MB, 2.5 MB/s',
    );
  });
});
