/** Kinds of files that are not text, in English. */
const csv = 'save the table as CSV';
const unpack = 'unpack it first';
const fromR = 'save the table in R with write.csv(d, "d.csv", row.names = FALSE)';
const fromStata = 'save it in Stata with: export delimited using "d.csv"';
const fromPython = 'save it in Python with pandas: read it, then to_csv';

/** Name of each kind, and how to convert such a file to text. */
const fileKinds = {
  gzip: ['a gzip file (.gz, .rds or .RData)', `${unpack}; of R data, ${fromR}`],
  'old-excel': [
    'an old Excel or Office file (.xls)',
    'save it as .xlsx in Excel, or with LibreOffice: soffice --headless --convert-to xlsx FILE',
  ],
  stata: ['a Stata file (.dta)', fromStata],
  parquet: ['a Parquet file', fromPython],
  'encrypted-parquet': ['an encrypted Parquet file', fromPython],
  arrow: ['an Arrow or Feather file', fromPython],
  'arrow-stream': ['an Arrow stream', fromPython],
  feather: ['a Feather file', fromPython],
  spss: ['an SPSS file (.sav)', `${csv} in SPSS`],
  'compressed-spss': ['a compressed SPSS file (.zsav)', `${csv} in SPSS`],
  sas: ['a SAS file (.sas7bdat)', `${csv} in SAS`],
  'sas-transport': ['a SAS transport file (.xpt)', `${csv} in SAS`],
  rds: ['an R file (.rds)', fromR],
  rdata: ['an R file (.RData)', fromR],
  bzip2: ['a bzip2 file', unpack],
  xz: ['an xz file', unpack],
  zstd: ['a zstd file', unpack],
  '7z': ['a 7z file', unpack],
  sqlite: ['an SQLite database', csv],
  hdf5: ['an HDF5 file', fromPython],
  pdf: ['a PDF file', csv],
  tar: ['a tar file', unpack],
  excel: ['an Excel workbook (.xlsx)', 'save the sheet as CSV UTF-8 in Excel'],
  opendocument: ['an OpenDocument file (.ods)', csv],
  zip: ['a zip file', unpack],
  markup: ['a page of HTML or XML', `open it in Excel and ${csv}`],
} as const satisfies Readonly<Record<string, readonly [name: string, remedy: string]>>;

export type FileKindId = keyof typeof fileKinds;

/** The words of a kind; a format without an entry is called by its name. */
export function fileKindWords(id: string): readonly [name: string, remedy: string] {
  return (
    (fileKinds as Partial<Record<string, readonly [string, string]>>)[id] ?? [
      `a file of the format ${id}`,
      csv,
    ]
  );
}
