/** Kinds of files that are not text, in Chinese. */
import type { FileKindId } from '../../../errors/readers/file-kinds.js';

const csv = '请将表格另存为 CSV';
const unpack = '请先解压';
const fromR = '请在 R 中用 write.csv(d, "d.csv", row.names = FALSE) 保存表格';
const fromStata = '请在 Stata 中用 export delimited using "d.csv" 保存';
const fromPython = '请在 Python 中用 pandas 读取，再用 to_csv 保存';

/** Name of each kind, and how to convert such a file to text. */
const fileKinds: Readonly<Record<FileKindId, readonly [name: string, remedy: string]>> = {
  gzip: ['gzip 文件（.gz、.rds 或 .RData）', `${unpack}；若为 R 数据，${fromR}`],
  'old-excel': ['旧版 Excel 或 Office 文件（.xls）', '请在 Excel 中将表格另存为 CSV'],
  stata: ['Stata 文件（.dta）', fromStata],
  parquet: ['Parquet 文件', fromPython],
  'encrypted-parquet': ['加密的 Parquet 文件', fromPython],
  arrow: ['Arrow 或 Feather 文件', fromPython],
  'arrow-stream': ['Arrow 数据流', fromPython],
  feather: ['Feather 文件', fromPython],
  spss: ['SPSS 文件（.sav）', '请在 SPSS 中将表格另存为 CSV'],
  'compressed-spss': ['压缩的 SPSS 文件（.zsav）', '请在 SPSS 中将表格另存为 CSV'],
  sas: ['SAS 文件（.sas7bdat）', '请在 SAS 中将表格另存为 CSV'],
  'sas-transport': ['SAS 传输文件（.xpt）', '请在 SAS 中将表格另存为 CSV'],
  rds: ['R 文件（.rds）', fromR],
  rdata: ['R 文件（.RData）', fromR],
  bzip2: ['bzip2 文件', unpack],
  xz: ['xz 文件', unpack],
  zstd: ['zstd 文件', unpack],
  '7z': ['7z 文件', unpack],
  sqlite: ['SQLite 数据库', csv],
  hdf5: ['HDF5 文件', fromPython],
  pdf: ['PDF 文件', csv],
  tar: ['tar 文件', unpack],
  excel: ['Excel 工作簿（.xlsx）', '请在 Excel 中将工作表另存为 CSV UTF-8'],
  opendocument: ['OpenDocument 文件（.ods）', csv],
  zip: ['zip 文件', unpack],
  markup: ['HTML 或 XML 页面', '请在 Excel 中打开并另存为 CSV'],
};

/** The words of a kind; a format without an entry is called by its name. */
export function fileKindWords(id: string): readonly [name: string, remedy: string] {
  return (
    (fileKinds as Partial<Record<string, readonly [string, string]>>)[id] ?? [
      `${id} 格式的文件`,
      csv,
    ]
  );
}
