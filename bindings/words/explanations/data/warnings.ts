/** Explanations of the warnings about data files. */
import type { Entries } from '../explanation.js';

const tables = {
  'integers-as-text': [
    'A column of integers has some beyond 2^53 that a double would round to another integer.',
    'The column is text, so that different ids stay different. It serves as unit, cluster or level, not as a number.',
    'Nothing for ids. To use the column as a number, round or divide it in the file.',
  ],
  'rounded-integers': [
    'A column with decimals also has an integer beyond 2^53 that its double rounds.',
    'If the column holds ids, different ones may have become one. A spreadsheet may have written some as 1.23E+17.',
    'Write ids as integers or as text in the program that made the file.',
  ],
  'number-out-of-range': [
    'A column of numbers has one that is too large or too small for a double, such as 1e400.',
    'The column is text, as reading the cell as infinity or 0 would change it.',
    'Correct the cell or leave it empty.',
  ],
  'leading-zeros': [
    'A column has a number both with and without leading zeros, such as 007 and 7.',
    'Leading zeros make a column text, so these are different units, clusters or levels.',
    'Write each id in one way.',
  ],
  'repeated-number': [
    'A column of numbers is used as codes, and a number in it is written in two ways, such as 3.1 and 3.10, or 1E5 and 100000.',
    'As numbers they are equal, so two units, clusters, levels or keys may have become one.',
    'If they are different codes, declare types: {x: text} for the column. If not, nothing.',
  ],
  'operator-like-name': [
    'A word such as l.wage, L.wage, c.x or i.g is an operator, a lag or a factor, and also the name of a column of the data.',
    'The column of exactly that spelling is used. A function such as log(x) is computed, even if a column has that name.',
    'Write the name in backquotes for the column, or the operator as L(1).wage, D(1).wage, x or i(g).',
  ],
  'overlapping-samples': [
    'Named samples have rows in common. A sample of all rows is not counted.',
    'Each estimate is valid. A comparison of two is not, as rows in both make them dependent.',
    'Make the filters exclude each other, unless the samples are meant to overlap.',
  ],
  'replacement-character': [
    'A name or cell has the character U+FFFD, which programs write where they cannot read a letter.',
    'An earlier conversion lost letters. Different names may have become one, so clusters and units may have merged.',
    'Export the file again from its source, in UTF-8 or with the encoding named.',
  ],
  'doubtful-encoding': [
    'The file was read in the encoding that the options name, or that old Stata files have, but its text is valid UTF-8.',
    'Text in another encoding is hardly ever valid UTF-8, so names are probably wrong, though still distinct.',
    'Read the file as UTF-8: leave out the encoding, or name utf-8 for a Stata file. Compare the names.',
  ],
  'no-mean': [
    'A table of means names columns of text or without values, so it has no rows for them.',
    'Text has counts of its values, but no moments or quantiles.',
    'Build an indicator of each value, such as east: \'region == "east"\', and describe it.',
  ],
  'rows-without-group': [
    'Some rows have no value in the column that defines the groups.',
    'They count in the description of all rows, but in no group, so the groups together have fewer rows.',
    'Nothing, or fill in the values.',
  ],
  'rows-without-key': [
    'Some rows have no unit or no time.',
    'They belong to no unit of the panel. A model with a panel stops at them.',
    'Fill in the values, or delete the rows.',
  ],
  'irregular-times': [
    'No step leads through all times of the panel, or it is so short that the calendar would have more than 10,000 periods.',
    'Without a calendar it is unknown which periods are absent, and a lag is not defined.',
    'Round the times to days, months or years.',
  ],
  'period-numbers': [
    'The times of a panel are numbers that look like months, quarters, weeks or days of years, such as 201912 and 202001.',
    'As numbers they are 89 periods apart, so that the lag of each January is missing, and differences across years too.',
    'Declare the type of the column, as in types: {t: "date:ym"}, or build a column that counts the periods.',
  ],
  'missing-codes': [
    'Cells of a column of numbers, dates or truth values have a word for a missing value, such as NA.',
    'They are missing, and the table keeps the word. In columns of text only declared codes are missing.',
    'Check that no code is a value. Declare the column as text to keep its words.',
  ],
  'not-a-number': [
    'A column has cells that are numbers and others that are not, or its numbers have signs that an option must declare.',
    'The column is text. Used as a number it is an error.',
    'Correct the cells, declare their missing code with missing, or their signs with decimal, thousands or percent.',
  ],
  'mixed-decimal-signs': [
    'A column has numbers with points, such as 1.234, in a file where another column has decimal commas, such as 6,5.',
    'The points may separate thousands, so that 1.234 is 1234, or be decimal. The column is text, as either reading could be wrong.',
    'Set decimal: "," and thousands: "." if points separate thousands. If they are decimal, declare types: {x: number}.',
  ],
  'decimal-comma': [
    'All numbers of a column have a comma at most, and one of them cannot be read with the comma between thousands.',
    'The commas are decimal in this column. A column where both readings are possible stays text.',
    'Set decimal: "," to say so for all columns.',
  ],
  'spaces-in-text': [
    'A column of text has values that differ only in the spaces around them.',
    'They are different units, clusters or levels.',
    'Delete the spaces in the file.',
  ],
  'look-alike-texts': [
    'Two cells of a column look the same but are different texts: a letter as one character or with a combining mark, letters of full width, other spaces, or characters without width.',
    'They are different units, clusters or levels. The message has their code points.',
    'Write each name in one way, for instance in the Unicode form NFC.',
  ],
  'look-alike-names': [
    'The names of two columns look the same but have different characters. The message has their code points.',
    'A formula means one of them, perhaps not the one that its reader expects.',
    'Rename one of the columns.',
  ],
  'duplicate-names': [
    'Several columns of the file have the same name.',
    'The first keeps its name, the others get _2, _3 and so on.',
    'Rename the columns in the file, or use the new names.',
  ],
  'blank-names': [
    'A column of the file has no name.',
    'Its name is column and its number. R and pandas write row names in a first column without a name.',
    'Name the column in the file, or use the new name.',
  ],
  'title-line': [
    'The first line has one cell, and a line below has several that look like names.',
    'The first line was read as the names of the columns.',
    'Set header to the line of the names.',
  ],
  'trailing-delimiters': [
    'Lines end with delimiters that no column belongs to.',
    'Columns without name and value, and empty cells beyond the last column, were left out.',
    'Nothing, unless cells are missing in the file.',
  ],
} satisfies Entries;

const cells = {
  'mixed-column': [
    'A column has cells of different types, such as dates and numbers.',
    'The column is text, so that no cell changes. It serves as unit, cluster or level, not as a number.',
    'Correct the cell that the message names, or declare it as a missing code.',
  ],
  'other-sheets': [
    'The workbook has several sheets, and none was named.',
    'The first visible sheet with cells was read. The data may be in another one.',
    'Name the sheet.',
  ],
  'numbers-as-text': [
    'All cells of a column of text are numbers in some notation.',
    'The file holds them as text, as yearbooks in Excel often do.',
    'Set the options that the message names, or declare the type of the column.',
  ],
  'lines-above': [
    'Lines above an empty line are shorter than all lines below it.',
    'They are taken as a preamble and left out.',
    'Set header to the line of the names.',
  ],
  'blanks-separate': [
    'The lines have no other separator, and as many words each, with numbers among them.',
    'Blanks are taken as what separates the cells.',
    'Set delimiter: whitespace, or the delimiter that the file has.',
  ],
  'title-rows': [
    'Rows of one cell are above the headings of the sheet.',
    'They are taken as a title and left out.',
    'Set header to the row of the names.',
  ],
  'heading-rows': [
    'Several rows above the first row with numbers are texts.',
    'They are taken as names, groups of names, labels and units of the columns.',
    'Set header to these rows, or to the row of the names alone.',
  ],
  'note-rows': [
    'The last rows of the sheet have one cell each, which begins like a note, lies across columns or is below an empty row.',
    'They are taken as notes and left out.',
    'Set lastRow to the last row of the data.',
  ],
  'empty-rows': [
    'Rows of the sheet between the headings and the last row have no cells.',
    'They are left out, so later rows move up.',
    'Nothing, if they only separate blocks. Name a range if a second table follows below.',
  ],
  'merged-cells': [
    'Cells among the data are merged. A merged block has one value.',
    'Only its first cell has the value, and the others are missing.',
    'Set fillMerged to repeat the value, for instance the name of a province over its years.',
  ],
  'uncomputed-formulas': [
    'The program that wrote the workbook did not compute its formulas.',
    'These cells are missing.',
    'Open the workbook in a spreadsheet program and save it.',
  ],
  'hidden-cells': [
    'Rows or columns of the sheet are hidden.',
    'They are read like the others.',
    'Look at them in the file. Delete them, or set where, if they should not count.',
  ],
  'total-rows': [
    'A column has names of totals or averages, such as Total, EU27 or World.',
    'The rows count like observations, so units would enter twice.',
    'Set where to the condition of the message, or lastRow if they are the last rows.',
  ],
  'cell-errors': [
    'Cells show an error such as #N/A or #DIV/0!.',
    'They are missing, and keep the error as the kind of the missing value.',
    'Correct the formulas if the values should exist.',
  ],
  'column-left-out': [
    'A column of the file or query has values that no column of a table holds, such as lists.',
    'The column is left out.',
    'Write its parts as columns, or cast it in the query.',
  ],
} satisfies Entries;

export const dataWarnings = { ...tables, ...cells };
