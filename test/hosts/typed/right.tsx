import type {} from 'attested/jsx';
import type { AttestedSelectEvent } from 'attested';

const chosen = (event: AttestedSelectEvent): string => event.detail.id;

export const Right = () => (
  <>
    <event-card event="zakopane-1939-12" heading-level={2} class="mine" onattested-select={chosen}>Mine</event-card>
    <conference-timeline from="1939-09" group-by="country place" bookmark></conference-timeline>
    <p>Words<source-cite source="rees-2008" locator="p. 54">Rees</source-cite></p>
  </>
);
