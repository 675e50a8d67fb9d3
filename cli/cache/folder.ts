import { homedir } from 'node:os';
import { join } from 'node:path';

/** The user's folder for files that programs can make again. */
export function usualCache(env: NodeJS.ProcessEnv = process.env): string {
  if (env['XDG_CACHE_HOME']) return join(env['XDG_CACHE_HOME'], 'wasmetrics');
  if (process.platform === 'win32' && env['LOCALAPPDATA']) {
    return join(env['LOCALAPPDATA'], 'wasmetrics', 'cache');
  }
  const home = homedir();
  return process.platform === 'darwin'
    ? join(home, 'Library', 'Caches', 'wasmetrics')
    : join(home, '.cache', 'wasmetrics');
}
