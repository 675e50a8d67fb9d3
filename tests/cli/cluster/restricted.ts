/**
 * The Pod Security Standard "restricted", which includes "baseline", as https://kubernetes.io/docs/concepts/security/pod-security-standards/
 * lists it for version 1.32.
 */
export type Fields = Record<string, unknown>;

// prettier-ignore
const volumeTypes = [
  'configMap', 'csi', 'downwardAPI', 'emptyDir', 'ephemeral', 'persistentVolumeClaim',
  'projected', 'secret',
];
// prettier-ignore
const safeSysctls = [
  'kernel.shm_rmid_forced', 'net.ipv4.ip_local_port_range', 'net.ipv4.tcp_syncookies',
  'net.ipv4.ping_group_range', 'net.ipv4.ip_unprivileged_port_start',
  'net.ipv4.ip_local_reserved_ports', 'net.ipv4.tcp_keepalive_time',
  'net.ipv4.tcp_fin_timeout', 'net.ipv4.tcp_keepalive_intvl', 'net.ipv4.tcp_keepalive_probes',
];
const profiles = ['RuntimeDefault', 'Localhost'];

const fieldsOf = (value: unknown) => (value ?? {}) as Fields;
const listOf = (value: unknown) => (value ?? []) as Fields[];

/** The rules that a pod breaks. */
export function faultsOfPod(pod: Fields): string[] {
  const security = fieldsOf(pod['securityContext']);
  const kinds = ['containers', 'initContainers', 'ephemeralContainers'];
  return [
    ...['hostNetwork', 'hostPID', 'hostIPC'].filter((name) => pod[name] === true),
    ...listOf(pod['volumes'])
      .flatMap((volume) => Object.keys(volume))
      .filter((type) => type !== 'name' && !volumeTypes.includes(type)),
    ...(listOf(security['sysctls']).every(({ name }) => safeSysctls.includes(name as string))
      ? []
      : ['sysctls']),
    ...(security['runAsUser'] === 0 ? ['user 0'] : []),
    ...kinds
      .flatMap((kind) => listOf(pod[kind]))
      .flatMap((container) => faultsOfContainer(container, security)),
  ];
}

function faultsOfContainer(container: Fields, pod: Fields): string[] {
  const security = fieldsOf(container['securityContext']);
  const { drop, add } = fieldsOf(security['capabilities']) as { drop?: string[]; add?: string[] };
  const rules: Record<string, boolean> = {
    'runs as non-root': (security['runAsNonRoot'] ?? pod['runAsNonRoot']) === true,
    'user 0': security['runAsUser'] !== 0,
    seccomp: profiles.includes(
      fieldsOf(security['seccompProfile'] ?? pod['seccompProfile'])['type'] as string,
    ),
    escalation: security['allowPrivilegeEscalation'] === false,
    'drop ALL': drop?.includes('ALL') === true,
    'only NET_BIND_SERVICE': (add ?? []).every((name) => name === 'NET_BIND_SERVICE'),
    privileged: security['privileged'] !== true,
    procMount: ['Default', undefined].includes(security['procMount'] as string | undefined),
    hostPort: listOf(container['ports']).every(({ hostPort }) => (hostPort ?? 0) === 0),
  };
  return Object.keys(rules).filter((rule) => !rules[rule]);
}
