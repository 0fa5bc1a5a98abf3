/**
 * The blocks and the citation format of the editor, made from the table that PHP wrote into
 * `attestedEditor`. Plain script: what is here is what runs.
 */
(function (wp, table) {
  const { createElement: el, Fragment, useEffect, useRef, useState } = wp.element;
  const { InspectorControls, BlockControls, RichTextToolbarButton, useBlockProps } = wp.blockEditor;
  const {
    Button,
    ComboboxControl,
    Modal,
    PanelBody,
    Placeholder,
    SelectControl,
    TextControl,
    ToggleControl,
    ToolbarButton,
    ToolbarGroup,
  } = wp.components;
  const { __, sprintf } = wp.i18n;

  /** A field that finds a record by the words of its title or by its id. */
  function RecordPicker({ kind, label, value, onChange }) {
    const [search, setSearch] = useState('');
    const [records, setRecords] = useState([]);
    const [failed, setFailed] = useState('');
    useEffect(() => {
      let gone = false;
      // A chosen record is asked for by its id, so that its title can be shown.
      wp.apiFetch({
        path: wp.url.addQueryArgs('/attested/v1/records', { kind, search: search || value || '' }),
      })
        .then((found) => !gone && (setRecords(found), setFailed('')))
        .catch((error) => !gone && setFailed(error.message));
      return () => {
        gone = true;
      };
    }, [kind, search, value]);
    const options = records.map(({ id, title }) => ({ value: id, label: title || id }));
    if (value && !options.some((option) => option.value === value))
      options.unshift({ value, label: value });
    return el(
      Fragment,
      {},
      el(ComboboxControl, {
        label,
        value: value || null,
        options,
        onFilterValueChange: setSearch,
        onChange(id) {
          const chosen = records.find((record) => record.id === id);
          onChange(id || undefined, chosen ? chosen.title : id || undefined);
        },
        help: failed || __('Type some words of the title.', 'attested'),
        __nextHasNoMarginBottom: true,
      }),
      // Without static forms there is no list; the id can still be written.
      !records.length &&
        !search &&
        el(TextControl, {
          label: sprintf(
            /* translators: %s: what the id is of, such as Event. */
            __('%s: its id', 'attested'),
            label,
          ),
          value: value || '',
          onChange: (id) => onChange(id || undefined, id || undefined),
          __nextHasNoMarginBottom: true,
        }),
    );
  }

  /** An attribute of a widget that does not say what it shows. */
  function Field({ field, value, onChange }) {
    if (field.record)
      return el(RecordPicker, { kind: field.record, label: field.label, value, onChange });
    const common = { label: field.label, onChange, __nextHasNoMarginBottom: true };
    if (field.switch) return el(ToggleControl, { ...common, checked: Boolean(value) });
    if (field.options)
      return el(SelectControl, {
        ...common,
        value: value || '',
        options: Object.entries(field.options).map(([name, label]) => ({ value: name, label })),
      });
    return el(TextControl, { ...common, value: value || '' });
  }

  /** The widget as readers will see it, in a frame of its own, so that the editor's page stays as it is. */
  function Preview({ widget, attributes }) {
    const frame = useRef();
    const [height, setHeight] = useState(160);
    const id = widget.record ? `/${attributes[widget.record]}` : '';
    const query = {};
    for (const { name, attribute, switch: isSwitch } of widget.fields)
      if (attributes[attribute]) query[name] = isSwitch ? '1' : attributes[attribute];
    if (attributes.headingLevel) query['heading-level'] = attributes.headingLevel;
    const src = wp.url.addQueryArgs(table.page + widget.tag + id, query);
    useEffect(() => {
      const view = frame.current.ownerDocument.defaultView;
      const resize = ({ source, data }) => {
        if (!frame.current || source !== frame.current.contentWindow) return;
        if (data && data.message === 'height' && Number.isFinite(data.value))
          setHeight(Math.min(Math.max(data.value, 60), 3000));
      };
      view.addEventListener('message', resize);
      return () => view.removeEventListener('message', resize);
    }, []);
    return el('iframe', {
      ref: frame,
      className: 'attested-preview',
      src,
      height,
      title: sprintf(
        /* translators: %s: a widget, such as Event card. */
        __('Preview: %s', 'attested'),
        widget.title,
      ),
      tabIndex: -1,
    });
  }

  const levels = ['1', '2', '3', '4', '5', '6'].map((value) => ({ value, label: value }));

  function edit(widget) {
    const { record } = widget;
    return function Edit({ attributes, setAttributes }) {
      const [changing, setChanging] = useState(false);
      const chosen = !record || Boolean(attributes[record]);
      const picker =
        record &&
        el(RecordPicker, {
          kind: record,
          label: widget.choose,
          value: attributes[record],
          onChange(id, label) {
            setAttributes({ [record]: id, label });
            if (id) setChanging(false);
          },
        });
      return el(
        'div',
        useBlockProps(),
        el(
          InspectorControls,
          {},
          el(
            PanelBody,
            { title: widget.title },
            widget.fields.map((field) =>
              el(Field, {
                key: field.name,
                field,
                value: attributes[field.attribute],
                onChange: (value) => setAttributes({ [field.attribute]: value || undefined }),
              }),
            ),
            el(SelectControl, {
              label: __('Level of its heading', 'attested'),
              value: attributes.headingLevel || '3',
              options: levels,
              onChange: (level) =>
                setAttributes({ headingLevel: level === '3' ? undefined : level }),
              __nextHasNoMarginBottom: true,
            }),
          ),
        ),
        record &&
          chosen &&
          el(
            BlockControls,
            {},
            el(
              ToolbarGroup,
              {},
              el(ToolbarButton, {
                icon: 'edit',
                label: sprintf(
                  /* translators: %s: what is chosen, such as Event. */
                  __('Choose another: %s', 'attested'),
                  widget.choose,
                ),
                isPressed: changing,
                onClick: () => setChanging(!changing),
              }),
            ),
          ),
        chosen && !changing
          ? el(Preview, { widget, attributes })
          : el(Placeholder, { label: widget.title, instructions: widget.description }, picker),
      );
    };
  }

  for (const widget of table.widgets) {
    if (widget.inline) continue;
    wp.blocks.registerBlockType(`attested/${widget.tag}`, {
      apiVersion: widget.version,
      title: widget.title,
      description: widget.description,
      category: 'embed',
      icon: widget.icon,
      keywords: ['attested', widget.tag],
      attributes: widget.attributes,
      supports: { align: ['wide', 'full'], anchor: true, html: false },
      edit: edit(widget),
      // The server draws the block. What is saved is for its search, and for the day when the plugin is
      // gone: the title, in a form that the library knows and that no role's filter takes away.
      save({ attributes }) {
        const data = { 'data-attested': widget.element };
        if (widget.record) data[`data-${widget.record}`] = attributes[widget.record];
        for (const { name, attribute, switch: isSwitch } of widget.fields)
          if (attributes[attribute]) data[`data-${name}`] = isSwitch ? '' : attributes[attribute];
        if (attributes.headingLevel) data['data-heading-level'] = attributes.headingLevel;
        return el('div', { ...useBlockProps.save(), ...data }, attributes.label);
      },
      // As it is pasted from elsewhere, or written by hand: without content, which it is given when saved.
      deprecated: [{ attributes: widget.attributes, supports: { anchor: true }, save: () => null }],
    });
  }

  const cite = table.widgets.find((widget) => widget.tag === 'source-cite');
  const { applyFormat, create, insert, removeFormat, registerFormatType } = wp.richText;
  const FORMAT = 'attested/source-cite';

  /** The form of a citation. */
  function CiteForm({ given, onClose, onSave, onRemove }) {
    const [values, setValues] = useState(given);
    const [title, setTitle] = useState('');
    const set = (name) => (value) => setValues({ ...values, [name]: value || undefined });
    return el(
      Modal,
      { title: cite.title, onRequestClose: onClose, className: 'attested-cite-form' },
      el(
        'form',
        {
          onSubmit(event) {
            event.preventDefault();
            if (values.source) onSave(values, title);
          },
        },
        el(RecordPicker, {
          kind: cite.record,
          label: cite.choose,
          value: values.source,
          onChange(id, label) {
            set('source')(id);
            setTitle(label || '');
          },
        }),
        cite.fields.map((field) =>
          el(Field, {
            key: field.name,
            field,
            value: values[field.attribute],
            onChange: set(field.attribute),
          }),
        ),
        el(
          'p',
          {},
          el(
            Button,
            { variant: 'primary', type: 'submit', disabled: !values.source },
            onRemove ? __('Change', 'attested') : __('Cite', 'attested'),
          ),
          ' ',
          onRemove &&
            el(
              Button,
              { variant: 'tertiary', isDestructive: true, onClick: onRemove },
              __('Take the citation away', 'attested'),
            ),
        ),
      ),
    );
  }

  const names = { attested: 'data-attested', source: 'data-source' };
  for (const { name, attribute } of cite.fields) names[attribute] = `data-${name}`;

  registerFormatType(FORMAT, {
    title: cite.title,
    tagName: 'span',
    className: 'attested-cite',
    attributes: names,
    edit({ isActive, activeAttributes, value, onChange, onFocus }) {
      const [open, setOpen] = useState(false);
      const close = () => {
        setOpen(false);
        onFocus();
      };
      return el(
        Fragment,
        {},
        el(RichTextToolbarButton, {
          icon: cite.icon,
          title: cite.title,
          isActive,
          onClick: () => setOpen(true),
        }),
        open &&
          el(CiteForm, {
            given: isActive ? { ...activeAttributes } : {},
            onClose: close,
            onRemove:
              isActive &&
              (() => {
                onChange(removeFormat(value, FORMAT));
                close();
              }),
            onSave(values, title) {
              const attributes = { ...values, attested: cite.tag };
              for (const name of Object.keys(attributes))
                if (!attributes[name]) delete attributes[name];
              const format = { type: FORMAT, attributes };
              if (isActive || value.start !== value.end) onChange(applyFormat(value, format));
              else {
                const words = [
                  values.prefix,
                  [title || values.source, values.locator, values.suffix]
                    .filter(Boolean)
                    .join(', '),
                ];
                const text = create({ text: `(${words.filter(Boolean).join(' ')})` });
                onChange(insert(value, applyFormat(text, format, 0, text.text.length)));
              }
              close();
            },
          }),
      );
    },
  });
})(window.wp, window.attestedEditor);
