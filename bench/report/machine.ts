/** The machine of a benchmark, without which the numbers cannot be interpreted. */
import { arch, cpus, release, totalmem, type } from 'node:os';

export interface Machine {
  readonly cpu: string;
  readonly cores: number;
  readonly memoryGiB: number;
  readonly system: string;
  readonly node: string;
  readonly v8: string;
  /** Date and time of the run, UTC. */
  readonly date: string;
}

export function describeMachine(): Machine {
  return {
    cpu: cpus()[0]?.model.trim() ?? 'unknown processor',
    cores: cpus().length,
    memoryGiB: Math.round(totalmem() / 2 ** 30),
    system: `${type()} ${release()} ${arch()}`,
    node: process.versions.node,
    v8: process.versions.v8,
    date: new Date().toISOString(),
  };
}

/** Name of the baseline file of a machine: processor, cores and Node's major version. */
export function baselineName({ cpu, cores, node }: Machine): string {
  const slug = cpu
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '');
  return `${slug}-${cores}-cores-node-${node.split('.')[0]}.json`;
}

/** Two lines for the head of a report. */
export function machineLines(machine: Machine): string {
  const { cpu, cores, memoryGiB, system, node, v8, date } = machine;
  return `${cpu}, ${cores} cores, ${memoryGiB} GiB, ${system}\nNode ${node} (V8 ${v8}), ${date}`;
}
