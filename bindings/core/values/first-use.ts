/** Parts of the program that are loaded when they are first used, so that a page holds only those that it uses. */
export interface FirstUse<Part> {
  /** The part, once it has been loaded. */
  readonly loaded: Part | undefined;
  load(): Promise<Part>;
  /** Takes a part that is there already, and returns it. */
  hold(part: Part): Part;
}

export function onFirstUse<Part>(load: () => Promise<Part>): FirstUse<Part> {
  let part: Part | undefined;
  return {
    get loaded() {
      return part;
    },
    load: async () => (part ??= await load()),
    hold: (given) => (part ??= given),
  };
}
