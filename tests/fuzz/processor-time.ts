/** Processor time of the process: the clock of trials that are alone in theirs, which other processes do not add to. */
export function processorTime(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
}
