/** What members of data, descriptions and steps mean, for declarations. */
export const data = `
column: The column.
columns: The columns.
row: The row, from 1.
rows: The rows, from 1, or how many.
file: The file.
sheet: The sheet.
sheets: The sheets.
cell: The cell.
cells: The cells, or how many.
value: The value.
values: The values.
text: The text.
texts: The texts.
label: The label.
labels: Labels, by name.
unit: The column of units.
units: The units, or how many.
time: The column of periods.
times: The periods, or how many.
period: The period.
periods: The periods, or how many.
first: The first.
last: The last.
before: What came before.
after: What comes after.
total: How many in all.
table: The table.
tables: The tables.
header: Lines of names.
encoding: The encoding.
missing: Missing values.
decimal: The decimal sign.
thousands: The sign between thousands.
percent: Whether percent signs are read.
marks: Whether marks beside numbers are left out.
n: Values that are not missing.
sd: Standard deviation.
distinct: Different values.
p75: The third quartile.
type: The type.
spells: Rows of units, by spell.
duplicates: Keys that occur twice.
presence: Which units have rows when.
gaps: Periods without rows.
shares: Shares of cells with rows.
pattern: 1 for a period with rows, 0 without.
from: Where it starts.
to: Where it ends.
levels: The values.
transitions: Moves between values.
matrix: The matrix.
method: The method.
vifReasons: Why factors are missing.
reasons: Why numbers are missing.
r: Correlations.
aggregate: How columns become one number.
shift: What is added before.
byGroup: Weights by group.
normalise: How columns are scaled.
entropy: Entropies.
redundancy: 1 minus the entropies.
weights: The weights.
cumulative: Cumulated shares of variance.
kmoByColumn: Sampling adequacy, by column.
low: The lowest.
high: The highest.
score: How scores are formed.
merge: Files that are added.
reshape: Long or wide.
build: Columns that are made.
built: What steps have made.
steps: The steps.
recipes: Steps that have run.
rowsBefore: Rows before.
rowsAfter: Rows after.
on: The key columns.
unmatchedKeys: Keys without a row in the file.
unusedKeys: Keys of the file that no row has.
expression: The expression.
cutsByPeriod: Limits in each period.
counts: Rows by level.
split: What is split.
at: Where it is split.
codes: Numbers of values.
numRows: Number of rows.
columnNames: Names of columns.
array: The values of a column.
schema: The columns.
fields: The columns.
getChildAt: A column by position.
getChild: A column by name.
pages: The pages.
bytes: The bytes, or how many.
name: The name.
names: The names.
key: The key.
keys: The keys.
path: The path.
place: The place.
folder: The folder.
module: Address of the module.
index: The index.
data: The cols by rows numbers, column by column.
Matrix.data: Numbers, column by column.
Matrix.rows: Number of rows.
Matrix.cols: Number of columns.
MatrixBatch.stride: Numbers from one matrix to the next.
transposeB: Whether B is transposed.
vectors: The vectors.
re: Real part.
im: Imaginary part.
offset: Rows further on.
offsets: First rows of blocks.
starts: First lines of records.
lengths: Their lengths.
length: The length.
size: The size.
step: The step.
frequency: The frequency.
dates: Whether they are dates.
DuplicateKey.rows: How many rows.
LstsqOut.residuals: Receives the sums of squares.
`;
