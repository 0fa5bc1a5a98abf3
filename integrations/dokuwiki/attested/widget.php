<?php
/**
 * What the two syntax components share: reading the tag <attested widget="…">…</attested> and writing it
 * as the data-attribute form, which the library's script upgrades.
 */
trait attested_widget
{
    /** The widgets that stand between paragraphs. */
    public static $blocks = [
        'event-card', 'contested-claim', 'conference-timeline', 'claim-matrix', 'person-card', 'place-map', 'source-list',
    ];

    /** @inheritdoc */
    public function getSort()
    {
        return 155;
    }

    /** @inheritdoc */
    public function handle($match, $state, $pos, Doku_Handler $handler)
    {
        preg_match('~^<attested\b([^>]*)>(.*)</attested>$~su', $match, $parts);
        preg_match_all('~([a-z]+(?:-[a-z]+)*)\s*=\s*"([^"]*)"~', $parts[1] ?? '', $pairs, PREG_SET_ORDER);
        $attributes = [];
        foreach ($pairs as [, $name, $value]) {
            $attributes[$name] = html_entity_decode($value, ENT_QUOTES | ENT_HTML5, 'UTF-8');
        }
        $widget = $attributes['widget'] ?? '';
        unset($attributes['widget']);
        $title = trim(preg_replace('~\s+~u', ' ', html_entity_decode($parts[2] ?? '', ENT_QUOTES | ENT_HTML5, 'UTF-8')));
        return [$widget, $attributes, $title];
    }

    /** @inheritdoc */
    public function render($format, Doku_Renderer $renderer, $data)
    {
        [$widget, $attributes, $title] = $data;
        if ($format !== 'xhtml') {
            $renderer->cdata($title);
            return true;
        }
        $inline = $widget === 'source-cite';
        if (!$inline && !in_array($widget, self::$blocks, true)) {
            $all = implode(', ', array_merge(self::$blocks, ['source-cite']));
            $renderer->doc .= '<p>' . hsc($title) . ' <strong>' . hsc(sprintf($this->getLang('unknown'), $widget, $all)) . '</strong></p>';
            return true;
        }
        $host = $inline ? 'span' : 'div';
        $renderer->doc .= "<$host data-attested=\"" . hsc($widget) . '"';
        foreach ($attributes as $name => $value) {
            $renderer->doc .= " data-$name=\"" . hsc($value) . '"';
        }
        $renderer->doc .= '>' . hsc($title) . "</$host>";
        return true;
    }
}
