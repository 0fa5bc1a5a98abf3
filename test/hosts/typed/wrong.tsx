import type {} from 'attested/jsx';

const chosen = (event: KeyboardEvent): string => event.key;

export const Wrong = () => (
  <>
    <event-card evnt="zakopane-1939-12">Mine</event-card>
    <event-card event="zakopane-1939-12" heading-level="two">Mine</event-card>
    <event-card event={1939}>Mine</event-card>
    <event-card event="zakopane-1939-12" onattested-select={chosen}>Mine</event-card>
  </>
);
