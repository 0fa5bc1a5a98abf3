<?php
/**
 * The library's script, in the head of every page: whether one has a widget is not known when a cached
 * page is shown, and the script loads nothing more where there is none.
 */
class action_plugin_attested extends DokuWiki_Action_Plugin
{
    /** @inheritdoc */
    public function register(Doku_Event_Handler $controller)
    {
        $controller->register_hook('TPL_METAHEADER_OUTPUT', 'BEFORE', $this, 'addScript');
    }

    /**
     * @param Doku_Event $event
     */
    public function addScript(Doku_Event $event)
    {
        $event->data['script'][] = [
            'type' => 'module',
            'src' => $this->getConf('library'),
            'data-dataset' => $this->getConf('dataset'),
            '_data' => '',
        ];
    }
}
