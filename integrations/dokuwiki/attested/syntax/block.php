<?php
require_once __DIR__ . '/../widget.php';

/** A widget that stands between paragraphs. */
class syntax_plugin_attested_block extends DokuWiki_Syntax_Plugin
{
    use attested_widget;

    /** @inheritdoc */
    public function getType()
    {
        return 'substition';
    }

    /** @inheritdoc */
    public function getPType()
    {
        return 'block';
    }

    /** @inheritdoc */
    public function connectTo($mode)
    {
        $this->Lexer->addSpecialPattern('<attested\b(?![^>]*\bwidget="source-cite")[^>]*>.*?</attested>', $mode, 'plugin_attested_block');
    }
}
