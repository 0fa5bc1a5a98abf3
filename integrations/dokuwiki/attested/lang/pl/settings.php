<?php
$lang['library'] = 'Adres skryptu biblioteki (attested.js)';
$lang['dataset'] = 'Adres zbioru danych, z którego czytają widżety bez własnego src';
