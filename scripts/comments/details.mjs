/** What members of errors and warnings mean, for declarations. */
export const details = `
found: What was found.
reason: The reason.
most: The most allowed.
least: The least allowed.
meant: What was perhaps meant.
fault: What is wrong.
known: What there is.
cause: What caused it.
problem: What is wrong.
byte: Position in the file.
option: The option.
operator: The operator.
limit: The limit.
other: The other.
others: The others.
what: What it is.
left: The left side.
right: The right side.
near: The text around it.
explainedBy: What explains it.
without: How many lack it.
subject: What it is about.
here: Of the data.
there: Of the file.
character: The character.
expectation: What was expected, as data.
finding: What was found, as data.
server: The server.
word: The word.
worker: The worker.
argument: The argument.
status: The status.
available: What there is.
hypothesis: The hypothesis.
earlier: The earlier one.
range: The range.
added: How many were added.
moments: The moments.
hidden: Whether it is hidden.
omitted: What was omitted.
statistics: Numbers of statistics.
alone: How many are alone.
dropped: What was left out.
components: The components.
fixed: What stays fixed.
wanted: What was wanted.
indices: The indices.
smallest: The smallest.
style: The style.
windows: The windows.
scaled: How it was scaled.
kmo: Sampling adequacy.
negative: How many are negative.
fewerThan: The number below which it warns.
remedy: What to do.
search: Whether it searched.
moreThanUnits: Whether there are more than units.
grade: How many there are.
port: The port of the address.
subcluster: The smaller groups.
second: The second.
singular: How many are singular.
resamples: Different resamples.
permutations: Different permutations.
webb: Whether Webb's weights help.
lost: Rows that were lost.
roles: The roles.
panels: The panels.
program: The program.
programs: The programs.
install: What installs them.
rounds: How often everything was timed.
law: The distribution of the p-values of the call.
ours: The distribution of the p-values of the model.
command: The command.
format: The format.
way: The way.
highest: The highest.
lowest: The lowest.
is: What it is.
likely: What it likely is.
ending: The ending.
free: What is free.
warning: A warning that explains it.
filter: The filter.
effect: The effect.
among: Words to choose from.
noun: The word for it.
hint: What would read them.
workerUrl: Whether it was given.
parts: The parts.
examples: Examples.
loaded: What is loaded.
needed: What is needed.
hasComma: Whether there are commas.
hasNames: Whether there are names.
isDate: Whether it looks like a date.
package: The package.
perValue: Cells per value.
isClosed: Whether it is closed.
grid: The grid of periods.
start: Its start.
power: The power.
slope: The slope.
dummies: The dummies.
withLevel: With a level.
byteOffset: Position in the file.
release: The release.
lastRow: The last row.
declare: The type to declare.
dynamic: Dynamic estimators.
hasInstruments: Whether it has instruments.
deepest: The deepest.
suggestion: What was perhaps meant.
tolerance: The tolerance.
maxIterations: Most iterations.
parameters: The parameters.
piece: The piece.
damage: The damage.
differences: What differs.
task: The task.
fit: The fit.
setting: The setting.
redundant: What is implied.
inequality: The inequality.
one: The one.
moderators: The moderators.
cap: The cap.
nonlinear: The nonlinear moments.
contents: What tables have.
notTestable: What cannot be tested.
copy: The copy.
letters: The letters.
root: The root.
memory: The memory.
packed: Bytes packed.
bounded: Whether it is bounded.
url: The address.
directive: The directive of the policy.
threads: The threads.
object: The object.
takes: What it takes.
isEach: Whether each is meant.
lacks: What it lacks.
isNamed: Whether it is named.
isModel: Whether it is a model.
schedulers: The schedulers.
similar: What is similar.
isOption: Whether it is an option.
heads: The headings.
opposite: The opposite.
isTwice: Whether it is twice.
endings: The endings.
hasTo: Whether it must.
protocol: The protocol.
example: An example.
shared: What is shared.
circle: The circle.
position: The position.
declared: What was declared.
answer: The answer.
present: What is present.
nunits: How many units.
nperiods: How many periods.
quote: The quotation mark.
operators: The operators.
isQuery: Whether it is a query.
twice: What is twice.
tag: The tag.
binary: Whether it is binary.
denied: What was denied.
readers: What reads it.
page: The page.
function: The function.
compares: Whether it compares.
cuts: The limits.
types: The types.
patterns: The patterns.
layout: The layout.
short: How many are too short.
kappa: kappa.
minor: Order of the minor.
transformed: Whether it is transformed.
collinear: What is collinear.
form: Its form.
reciprocal: Reciprocal of the condition.
empty: How many are empty.
otherRows: Rows of the other.
attempts: The attempts.
twoStep: Whether it takes two steps.
sum: The sum.
single: Whether it is single.
errorVariance: Variance of errors.
simulated: What can be simulated.
isArchive: Whether it is an archive.
isFormula: Whether it is a formula.
takesFormula: Whether the command takes a formula.
extra: The words that are too many.
usage: What to write instead.
means: What the name stands for.
computed: Whether its name reads like an expression.
whole: The whole.
strict: Whether it is strict.
estimateColumn: The column of estimates.
isConfidence: Whether it is a confidence level.
isShare: Whether it is a share.
product: The product.
frame: The frame.
macro: The macro.
slopes: The slopes.
commands: The commands.
several: Several.
use: What to use.
refused: What was refused.
cadjust: Whether cadjust is on.
flag: The flag.
entries: The entries.
formats: The formats.
partly: Whether some are there.
isMissing: Whether it is missing.
isAbsent: Whether it is absent.
because: The reason.
refusal: The refusal.
hasTls: Whether it has TLS.
digest: The digest.
bucket: The bucket.
httpStatus: Status of HTTP.
isNested: Whether it is nested.
isScalar: Whether it is a scalar.
inside: What it is inside.
aliases: The aliases.
oneOf: Words to choose from.
either: Either word.
variableAfter: A variable after it.
openedAfter: What opens after it.
closedAfterColumnOf: What closes it.
callOf: The function.
nulls: The nulls.
symbol: The symbol.
twin: Its twin.
wrong: What is wrong.
set: The set.
checkpoint: The checkpoint.
clustered: Whether it is clustered.
estimators: The estimators.
numbers: The numbers.
cols: The columns.
characters: How many characters.
yes: If so.
no: If not.
isText: Whether it is a text.
build: The build.
prototype: The prototype.
WebAssembly: Those of the host.
Module: The class of modules.
coefficient: The coefficient.
f: The F statistic.
pairs: Pairs of residuals.
both: Whether both are.
progress: How far it is.
shell: The shell.
rate: Replicates per second.
speed: Its speed.
target: The target.
changed: What changed.
bubblewrap: Why bubblewrap failed.
connection: The server of the queue.
trust: The certificate of its authority.
isP: Whether it is a p-value.
nearest: The nearest number of the study.
pieces: Pieces that machines take one by one.
disk: Megabytes on disk.
sampled: Jobs that were measured.
milliseconds: Milliseconds per job.
inputs: Files that the command reads.
core: Start of the hash of the core.
bar: A bar as long as the share that is done.
running: Parts that are computed now.
megabytes: Megabytes of memory.
call: The call of the script.
isMade: True if the statement makes it, false if it changes it.
tested: The hypothesis of the command.
isPart: Whether a part is translated.
advice: What there is instead.
fact: What the file does not store.
isNote: Whether the line looks like a note below the table.
isWide: Whether the blanks align columns.
indicators: Columns that could be indicators of 0 and 1.
logs: Columns whose logarithm could be taken.
`;
