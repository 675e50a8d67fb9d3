/** Saves a file that the page made. */

export function save(name: string, content: BlobPart, type: string): void {
  const href = URL.createObjectURL(new Blob([content], { type }));
  const link = document.createElement('a');
  link.href = href;
  link.download = name;
  link.click();
  // Some browsers read the address a moment after the press.
  setTimeout(() => URL.revokeObjectURL(href), 10_000);
}
