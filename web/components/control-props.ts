/** What a control needs to be found and understood by those who do not see it. */
export interface ControlProps {
  readonly id?: string;
  readonly label?: string;
  readonly 'aria-label'?: string;
  readonly 'aria-invalid'?: boolean;
  readonly 'aria-describedby'?: string | undefined;
}
