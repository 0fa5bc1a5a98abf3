<?php
$lang['library'] = 'Address of the library’s script (attested.js)';
$lang['dataset'] = 'Address of the dataset that widgets without a src of their own read';
