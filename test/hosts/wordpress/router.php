<?php
/**
 * For PHP's own web server: files are served as they are, all else is WordPress's.
 */

$root = $_SERVER['DOCUMENT_ROOT'];
$path = rawurldecode( parse_url( $_SERVER['REQUEST_URI'], PHP_URL_PATH ) );
$file = realpath( $root . $path );
if ( $file && is_file( $file ) ) {
	return false;
}
$index = $file && is_dir( $file ) ? $file . '/index.php' : '';
if ( '/' !== $path && is_file( $index ) ) {
	if ( '/' !== substr( $path, -1 ) ) {
		header( "Location: $path/" );
		return true;
	}
	$_SERVER['SCRIPT_NAME'] = $path . 'index.php';
	chdir( dirname( $index ) );
	require $index;
	return true;
}
$_SERVER['SCRIPT_NAME'] = '/index.php';
chdir( $root );
require $root . '/index.php';
