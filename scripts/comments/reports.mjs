/** What members of tables, studies, audits and bundles mean, for declarations. */
export const reports = `
kind: What it is.
id: Its name.
title: The title.
body: Rows of the table.
spans: Headings over several columns.
head: The heading.
heading: The heading.
align: Which side.
notes: Notes below it.
NotesBlock.notes: The notes.
sources: What it was made from.
stars: Stars of significance.
label: Its label.
paragraphs: The paragraphs.
blocks: The parts.
items: The items.
hash: Hash of the result.
part: The part.
meaning: What it means.
references: Its sources.
has: What its fits have.
words: What it is called.
shortest: A short model.
defaults: Default values.
alias: Its other word.
claims: The claims.
claim: The claim.
says: What it says.
statement: What it says, as data.
relation: The relation.
clauses: The clauses.
terms: The coefficients.
term: The coefficient.
models: The models.
model: The model.
figures: The figures.
figure: The figure.
result: The result.
splits: Splits of rows.
places: Places by column.
place: The place.
changes: What would change it.
change: What would change it.
band: The band.
isInside: Whether it is inside.
sides: One or two sides.
side: The side.
supporting: How many support it.
supported: How many support it.
not: How many do not.
untested: How many are untested.
named: What is named.
sizes: The sizes.
methods: The methods.
interval: The interval.
bootstrap: The bootstrap.
stars: Stars of significance.
spec: The specification.
common: What tables share.
compare: What is compared.
listwise: Only complete rows.
descriptive: The statistics.
where: Which rows.
by: The grouping column.
of: What it is about.
more: What else.
study: The study.
out: Files to write.
language: The language.
regressor: The regressor.
controls: The controls.
outcome: The outcome.
why: Why.
printed: What is printed.
field: Which number.
equal: How many are equal.
differs: Those that differ.
compared: What is compared.
unmatched: Those without a partner.
findings: What is wrong.
severity: How serious it is.
rule: The rule.
rules: The rules.
byRule: Checks by rule.
compat: The program.
moved: Numbers that change.
number: The number.
formula: The formula.
source: The source.
message: The sentence.
code: The code.
detail: The sentence as data.
line: The line.
lines: The lines.
written: The path of the file.
seeds: Seeds of draws.
venue: The journal.
met: Items that are met.
todo: Items to do.
state: Whether it is met.
note: What to add.
facts: The facts.
record: Record of the run.
codebook: The variables.
plan: The plan.
templates: Texts with numbers.
manifest: Hashes of files.
altered: Files that changed.
shipped: Whether it is inside.
identical: How many are identical.
notCompared: Files that were not compared.
expected: What was expected.
shown: What is shown.
ended: When it ended.
seconds: How long it took.
cpu: The processor.
cores: Processors.
memoryBytes: Memory.
system: The system.
node: Version of Node.
version: The version.
engine: The core.
mostBytes: Most bytes.
mostFiles: Most files.
isLink: Whether it is a link.
check: Refuses what exceeds them.
sha256: SHA-256, in hex.
files: The files.
identified: Whether it is identified.
input: As written.
output: As read.
issue: What is wrong.
done: Jobs that are done.
secondsElapsed: Seconds since the start.
secondsLeft: Seconds to the end.
error: The error.
sentence: What happened.
read: Reads a result.
write: Keeps a result.
signal: Stops it.
sample: Draws a part.
exports: Functions of the core.
info: Which core it is.
wasm: The build.
end: The end, exclusive.
tests: The tests.
joint: Jointly.
gmm: Instruments in GMM style.
weight: The weighting matrix.
over: What varies.
panel: The panel.
steps: The steps.
input: What it takes.
workers: How many workers.
connection: The server.
how: How.
order: The order.
group: The group.
cluster: The cluster.
clusters: The clusters, or how many.
subcluster: The column of the parts of the clusters.
bandwidth: The lags.
small: Whether it is corrected for small samples.
byRow: Whether each row counts by itself.
streamed: Whether rows can be read in parts.
weighting: Whether it can be a weighting matrix.
leverages: Whether it needs leverages.
draws: Whether draws can use it.
clusterParts: Whether it needs parts by cluster.
estimates: The estimates.
variable: The variable.
equation: The equation.
role: Its role.
difference: The difference.
marks: The marks.
digits: The digits.
jobs: The jobs.
address: Its address.
trust: Whether the server is known.
trace: The steps.
family: The font family.
bold: Whether the text is bold.
italic: Whether the text is italic.
color: Colour of the text.
fill: Colour behind the text.
wide: What is done with a table wider than the page.
long: What is done with a table longer than the page.
`;
