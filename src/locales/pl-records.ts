import type * as en from './en-records.js';

/** The words of `<claim-matrix>` in Polish. */
export const matrix: typeof en.matrix = {
  label: 'Twierdzenia i ich źródła',
  claim: 'Twierdzenie',
  source: 'Źródło',
  position: 'Stanowisko',
  reading:
    'Każdy wiersz to twierdzenie, każda kolumna to źródło; źródła stoją według rodzaju świadectwa, potem według daty. Pusta komórka: źródło nic o tym twierdzeniu nie mówi.',
  keys: 'Strzałki przechodzą między komórkami, z klawiszem Ctrl do najbliższej niepustej; Home i End na krańce wiersza, z Ctrl na krańce tabeli; Enter otwiera.',
  filter: 'Filtr i porządek',
  event: 'Wydarzenie',
  status: 'Status',
  stance: 'Stanowisko',
  sourceKind: 'Rodzaj źródła',
  order: 'Porządek twierdzeń',
  all: 'Wszystko',
  given: 'Jak w zbiorze danych',
  byClaim: 'Według brzmienia',
  byStatus: 'Według statusu',
  byDate: 'Według daty wydarzenia',
  bySource: 'Według: {}',
  down: '{}, odwrotnie',
  shown: 'Twierdzenia: {} z {}. Źródła: {} z {}.',
  none: 'Żadne twierdzenie nie pasuje.',
  reset: 'Pokaż wszystko',
  more: 'Pokaż jeszcze {}',
};

/** The words of `<person-card>` in Polish. */
export const person: typeof en.person = {
  person: 'Osoba',
  organisation: 'Organizacja',
  names: 'Inne nazwy',
  roles: 'Funkcje i kto tak twierdzi',
  people: 'Ludzie w niej i kto tak twierdzi',
  events: 'Wydarzenia i kto tak twierdzi',
  attendance: {
    supports: 'udział',
    disputes: 'brak udziału',
    qualifies: 'udział, z zastrzeżeniami',
    reports: 'udział, przekazane jako relacja',
  },
  disputed: 'Sporne',
  claims: 'Twierdzenia',
  positions: 'Zajęte stanowiska',
  elsewhere: 'Gdzie indziej',
};

/** The words for what links records in Polish. */
export const record: typeof en.record = {
  uses: 'Do czego je przywołano',
  claims: {
    supports: 'Przywołane na poparcie',
    disputes: 'Przywołane przeciw',
    qualifies: 'Przywołane z zastrzeżeniem do',
    reports: 'Przywołane jako relacja o',
  },
  others: 'Przywołane przy',
  unused: 'W tym zbiorze danych niczego nim nie poparto.',
  place: 'Miejsce',
  here: 'Wydarzenia w tym miejscu',
  close: 'Zamknij',
  claim: 'Twierdzenie ze wszystkimi stanowiskami',
};
