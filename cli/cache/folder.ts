import { homedir } from 'node:os';
import { isAbsolute, join } from 'node:path';

/**
 * The user's cache folder; undefined for a user without a home. Relative paths are ignored, because the current folder
 * may belong to somebody else.
 */
export function usualCache(env: NodeJS.ProcessEnv = process.env): string | undefined {
  const { XDG_CACHE_HOME: given = '', LOCALAPPDATA: local = '' } = env;
  if (isAbsolute(given)) return join(given, 'wasmetrics');
  if (process.platform === 'win32' && isAbsolute(local)) return join(local, 'wasmetrics', 'cache');
  const home = homeFolder();
  if (home === undefined) return undefined;
  return process.platform === 'darwin'
    ? join(home, 'Library', 'Caches', 'wasmetrics')
    : join(home, '.cache', 'wasmetrics');
}

function homeFolder(): string | undefined {
  try {
    const home = homedir();
    return isAbsolute(home) ? home : undefined;
  } catch {
    return undefined; // the system does not know the user
  }
}
