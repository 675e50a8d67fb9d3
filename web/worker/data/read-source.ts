/** Reads files of all formats. The package for those of Arrow is loaded when one needs it. */
import { EconError } from 'wasmetrics';
import { readTable, type ReadOptions, type Table } from 'wasmetrics/data';

/** @throws EconError as `readTable` */
export async function readSource(file: Blob, options: ReadOptions): Promise<Table> {
  try {
    return await readTable(file, options);
  } catch (error) {
    if (!(error instanceof EconError) || error.code !== 'missing-package') throw error;
    const { provide } = await import('../packages.js');
    await provide();
    return readTable(file, options);
  }
}
