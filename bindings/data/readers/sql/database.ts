/** A database in memory that reads files below folders, and has no network, extensions or settings to change. */
import type * as Duckdb from '@duckdb/node-api';
import { InputError } from '../../../core/errors/errors.js';
import { nodeModule } from '../../../core/engine/instances/node-module.js';
import { noTemporaryFolder } from '../../../words/errors/readers/sql.js';

/** Settings that no query may change: extensions would be downloaded and run as code. */
const settings = {
  autoinstall_known_extensions: 'false',
  autoload_known_extensions: 'false',
  allow_community_extensions: 'false',
  allow_persistent_secrets: 'false',
} as const;

/**
 * Calls `use` with a connection. DuckDB checks paths with links resolved. Data that do not fit into memory go to a
 * temporary folder, which is removed.
 */
export async function inDatabase<Result>(
  duckdb: typeof Duckdb,
  folders: readonly string[],
  use: (connection: Duckdb.DuckDBConnection) => Promise<Result>,
): Promise<Result> {
  const files = nodeModule('node:fs/promises')!;
  const { join } = nodeModule('node:path')!;
  const temporary = nodeModule('node:os')!.tmpdir();
  const scratch = await files.mkdtemp(join(temporary, 'wasmetrics-sql-')).catch(() => {
    throw new InputError(noTemporaryFolder({ file: temporary }), 'sql');
  });
  const instance = await duckdb.DuckDBInstance.create(':memory:', settings);
  try {
    const real = await Promise.all(folders.map((one) => files.realpath(one).catch(() => one)));
    const allowed = [...new Set([...folders, ...real])].map(quoted).join(', ');
    const connection = await instance.connect();
    try {
      await connection.run(`set temp_directory = ${quoted(scratch)}`);
      await connection.run(`set allowed_directories = [${allowed}]`);
      await connection.run('set enable_external_access = false');
      await connection.run('set lock_configuration = true');
      return await use(connection);
    } finally {
      connection.closeSync();
    }
  } finally {
    instance.closeSync();
    await files.rm(scratch, { recursive: true, force: true });
  }
}

/** A string literal of SQL. */
export function quoted(text: string): string {
  return `'${text.replaceAll("'", "''")}'`;
}
