<?php
require_once __DIR__ . '/../widget.php';

/** A citation, which stands in running text. */
class syntax_plugin_attested_cite extends DokuWiki_Syntax_Plugin
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
        return 'normal';
    }

    /** @inheritdoc */
    public function connectTo($mode)
    {
        $this->Lexer->addSpecialPattern('<attested\b(?=[^>]*\bwidget="source-cite")[^>]*>.*?</attested>', $mode, 'plugin_attested_cite');
    }
}
