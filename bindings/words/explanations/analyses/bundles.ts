/** Explanations of errors of replication bundles. */
import type { Entries } from '../explanation.js';

const again = 'Get the bundle again from where it is published.';

export const bundleErrors = {
  'bundle-manifest': [
    'The folder or zip file has no manifest-sha256.txt with a SHA-256 and a path per line, so it is no replication bundle.',
    'Nothing was run.',
    'Name the folder or zip file that wasmetrics bundle made.',
  ],
  'bundle-altered': [
    'Files have other bytes than those whose SHA-256 the manifest names.',
    'Nothing was run, as the results could be those of other data or of another study.',
    `${again} After filling in README.md and LICENSE.txt as its author, run wasmetrics bundle --seal.`,
  ],
  'bundle-missing': ['The manifest names files that are not there.', 'Nothing was run.', again],
  'bundle-additional': [
    'There are files that the manifest does not name. Only the folder rerun/ may have such files.',
    'Nothing was run, as the files could change what runs.',
    'Remove them, or get the bundle again.',
  ],
  'bundle-engine': [
    'The engine in the bundle is not the one that the manifest or bundle.json names.',
    'None of its code was run.',
    again,
  ],
  'bundle-path': [
    'A path in an archive or a manifest is absolute, leaves the folder, or means another file on some system.',
    'Nothing was unpacked.',
    again,
  ],
  'bundle-link': [
    'The bundle has a link, which could lead to files outside it.',
    'Nothing was unpacked or run.',
    'Replace the link by the file that it leads to, and make the bundle again.',
  ],
  'bundle-special': [
    'The bundle has a named pipe, a socket or a device, and reading one may never end.',
    'Nothing was run.',
    'Remove it, or get the bundle again.',
  ],
  'bundle-unreadable': [
    'A file or folder of the bundle cannot be read.',
    'Nothing was run.',
    'Change its permissions, or copy the bundle.',
  ],
  'bundle-too-large': [
    'The bundle has more than 10,000 files or 2 GiB, or an archive unpacks to more than 32 MiB and more than 200 times its bytes.',
    'Nothing was unpacked, as such archives are made to fill memory.',
    'Ship large data by their hash (--data hash).',
  ],
  'bundle-archive': [
    'The zip file is damaged, cut off or encrypted, or it names a file twice.',
    'Nothing was unpacked.',
    'Copy or download the file again.',
  ],
  'bundle-signature': [
    'The manifest is not signed with the key of --signed-by, or that key came with the bundle.',
    'Nothing was run, as somebody else may have made the bundle.',
    `${again} Get the key from its owner in another way, such as from their website.`,
  ],
  'signature-key': [
    'The file of --signed-by has no public key of OpenSSH or minisign.',
    'Nothing was run.',
    'Name a file such as id_ed25519.pub or minisign.pub, or an allowed signers file of OpenSSH.',
  ],
  'signature-program': [
    'The program that checks the signature is not installed.',
    'Nothing was run.',
    'Install OpenSSH, which has ssh-keygen, or minisign.',
  ],
  'bundle-outside': [
    'The study names a file by an absolute path, an address, or a path that leaves the bundle.',
    'Nothing was run.',
    'Move the file next to the study, and name it by a relative path.',
  ],
  'bundle-query': [
    'The data of the study come from a query, and a bundle ships files.',
    'No bundle was made.',
    'Write the rows of the query to a file with wasmetrics convert, and name the file in the study.',
  ],
  'bundle-facts': [
    'bundle.json lacks what a bundle needs, or contradicts the study.',
    'Nothing was run.',
    'Get the bundle again, or make it again with this version.',
  ],
  'bundle-study': [
    'The study in the bundle is no YAML, or has keys or values that no study has.',
    'Nothing was run.',
    'Get the bundle again, or make it again with this version.',
  ],
  'bundle-output': [
    'The results of the bundle or of the rerun are not there or no JSON.',
    'Nothing was compared.',
    'Make the bundle again.',
  ],
  'bundle-record': [
    'The file of --record does not have the measurements of a run.',
    'No bundle was made.',
    'Name log/run.json of a bundle.',
  ],
  'bundle-format': [
    'Synthetic data cannot be written in the format of the data file.',
    'No bundle was made.',
    'Convert the data with wasmetrics convert to .csv, .dta, .json, .arrow or .parquet.',
  ],
  'bundle-exists': [
    'The folder of the bundle has files.',
    'Nothing was changed, as its README may have been filled in.',
    'Choose another folder, or use --overwrite.',
  ],
  'no-standalone': [
    'The installation lacks the program that bundles ship.',
    'Nothing was made or run.',
    'Install the package again, or run npm run build:node in a checkout.',
  ],
  'engine-failed': [
    'The engine ended without a result and without a typed error.',
    'Nothing was compared.',
    'Read what it printed. If memory ran out, allow more with --memory-limit.',
  ],
  'engine-limit': [
    'The engine took longer than --time-limit, printed more than 1 MiB, or wrote too much: over 10,000 files, or over 256 MiB (2 GiB for the installed engine).',
    'It was stopped, and nothing was compared.',
    'Allow more time with --time-limit, or leave out --their-engine.',
  ],
  'engine-output': [
    'The engine ended without an error, but it did not write the outputs and measurements of a study.',
    'Nothing was compared.',
    'Leave out --their-engine, so that the installed engine runs.',
  ],
  'engine-unconfined': [
    'Somebody else built the engine of the bundle, and nothing on this machine can confine it.',
    'It was not run.',
    'Install bubblewrap or Node 20.19 or newer, or leave out --their-engine.',
  ],
} satisfies Entries;
